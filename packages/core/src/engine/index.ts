export * from './create-engine.ts'
export { createLink, type LinkOptions } from './link.ts'
