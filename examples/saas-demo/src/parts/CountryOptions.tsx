import { countries } from '../../shared/countries.ts'

export function CountryOptions({ none }: { readonly none: string }) {
  return (
    <>
      <option value="">{none}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </>
  )
}
