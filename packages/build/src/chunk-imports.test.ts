import { expect, it } from 'vitest'
import { takeImports } from './chunk-imports.ts'

it('takes the names of an import as a pattern, those named `as` too', () => {
  const { imports, rest } = takeImports(
    "import { ar as e, as as f, g } from './widget.js';\nimport './a.js';\nf()",
    'b',
  )
  expect(imports).toEqual([
    { names: ' ar: e, as: f, g ', file: './widget.js' },
    { names: '', file: './a.js' },
  ])
  expect(rest.trim()).toBe('f()')
})

it('refuses an import of another form', () => {
  expect(() => takeImports("import all from './a.js';", 'b')).toThrow('an import of b was not understood')
})
