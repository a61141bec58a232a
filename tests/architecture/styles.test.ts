import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, it } from 'vitest'

const packagesDir = join(import.meta.dirname, '../../packages')
/** Whose sheets are adopted by one shadow root. */
const packages = ['ui', 'chat', 'faq', 'checklist', 'guide', 'news']
/** Sheets that the inbox alone has. */
const ofInbox = ['more.css']

const sheets = packages.flatMap((name) =>
  readdirSync(join(packagesDir, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css') && !ofInbox.includes(path.split(sep).at(-1) ?? ''))
    .map((path) => ({ name, css: readFileSync(join(packagesDir, name, 'src', path), 'utf8') })),
)

/** Classes that a rule styles wherever they stand. */
function classesAlone(css: string): readonly string[] {
  const rules = css.replaceAll(/\/\*.*?\*\/|@media[^{]*\{/gs, '')
  const selectors = [...rules.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','))
  return selectors.flatMap((selector) => selector.trim().match(/^\.([\w-]+)$/)?.[1] ?? [])
}

it('reads the sheets of every package that draws', () => {
  expect(new Set(sheets.map(({ name }) => name))).toEqual(new Set(packages))
  expect(classesAlone('/* .no { */ .a { } @media (x) { .b, .c:hover { } } .d .e { }')).toEqual(['a', 'b'])
})

it('lets no package restyle what another has under the same name', () => {
  const owners = new Map<string, Set<string>>()
  for (const { name, css } of sheets)
    for (const one of classesAlone(css)) owners.set(one, (owners.get(one) ?? new Set()).add(name))
  const shared = [...owners].filter(([, names]) => names.size > 1).map(([one, names]) => [one, ...names])
  expect(shared).toEqual([])
})
