export * from './check-rule.ts'
export * from './evaluate.ts'
export * from './explain-rule.ts'
export * from './rule.ts'
