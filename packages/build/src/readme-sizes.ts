import type { Measured } from './measure.ts'

/** The README's numbers: one table between markers, and single numbers in sentences. `pnpm readme` writes them. */
const table = /(<!-- sizes -->\n)[\s\S]*?(<!-- \/sizes -->)/
const single = /(<!-- size:([\w-]+) -->).*?(<!-- \/size -->)/g

const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

export const sizesTable = (measured: readonly Measured[]): string =>
  [
    '',
    '| what a page downloads (brotli) | now | limit |',
    '| --- | ---: | ---: |',
    ...measured.map(({ what, bytes, limitBytes }) => `| ${what} | ${kilo(bytes)} | ${kilo(limitBytes)} |`),
    '',
    '',
  ].join('\n')

/** The README with what was measured in the place of the numbers that stand there. */
export function withSizes(readme: string, measured: readonly Measured[]): string {
  if (!table.test(readme)) throw new Error('README.md has no <!-- sizes --> … <!-- /sizes -->')
  return readme
    .replace(table, (_, start: string, end: string) => start + sizesTable(measured) + end)
    .replace(single, (_, start: string, name: string, end: string) => {
      const found = measured.find((one) => one.name === name)
      if (!found) throw new Error(`README.md names the size "${name}"; there is none in packages/build/src/budgets.ts`)
      return start + kilo(found.bytes) + end
    })
}
