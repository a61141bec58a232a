import { fail } from './error.ts'

/**
 * Throws a `DocentError` for a field that is not known or not what it must be.
 * @param owner Whose options they are, for the message: `chat()`.
 * @param known By field: its `typeof`, or its values as `light|dark`.
 */
export function checkFields(owner: string, known: Readonly<Record<string, string>>, options: object): void {
  if (typeof options !== 'object' || options === null)
    fail('option-missing', `${owner} needs options`, 'Pass an object')
  for (const [name, value] of Object.entries(options)) {
    const wanted = known[name]
    if (!wanted) fail('option-unknown', `${owner} has no option \`${name}\``, `It has ${Object.keys(known).join(', ')}`)
    const isFit = wanted.includes('|') ? wanted.split('|').includes(value) : typeof value === wanted && value !== null
    const said = typeof value === 'string' ? `"${value}"` : value && typeof value
    if (value !== undefined && !isFit)
      fail('option-invalid', `\`${name}\` of ${owner} is ${said}`, `It must be ${wanted}`)
  }
}
