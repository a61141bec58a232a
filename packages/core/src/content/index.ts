export * from './get-json.ts'
export * from './locate.ts'
export { pickLocale } from './pick-locale.ts'
