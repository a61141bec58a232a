export * from './global.ts'
