export { type BuildHelpOptions, type BuildHelpResult, buildHelp } from './build-help.ts'
export { didYouMean } from './closest.ts'
export { formatPlace, HelpBuildError, type HelpProblem, sentence } from './problem.ts'
