import { inspectTarget, rootsOf, type TargetHealth } from '@docent/guide/targets'
import type { Target } from '@docent/protocol'

// Runs in the page that is checked, so that its targets are found by the very code that a visitor's tour uses.
declare global {
  var inspectDocentTargets: ((targets: readonly Target[]) => readonly TargetHealth[]) | undefined
}

globalThis.inspectDocentTargets = (targets) => {
  const roots = rootsOf(document)
  return targets.map((target) => inspectTarget(target, roots))
}
