export * from './check-rule.ts'
export * from './evaluate.ts'
export * from './rule.ts'
