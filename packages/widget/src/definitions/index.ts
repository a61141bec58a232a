export type { Definitions } from './definitions.ts'
export { loadDefinitions } from './load-definitions.ts'
export { mapTexts } from './map-texts.ts'
export { readDefinitions } from './read-definitions.ts'
