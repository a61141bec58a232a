export { createShell } from './create-shell.ts'
export { adoptStyles } from './host/adopt-styles.ts'
