import { allParts, build, isPart } from './build.ts'

/** `pnpm build [part …]` */
const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !isPart(name))
if (unknown) {
  console.error(`There is no part "${unknown}" to build. Parts are ${allParts.join(', ')}.`)
  process.exit(1)
}
await build(wanted.length > 0 ? wanted.filter(isPart) : allParts)
