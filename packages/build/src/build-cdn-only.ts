import { buildCdn } from './build-cdn.ts'

await buildCdn()
