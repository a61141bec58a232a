export { adoptStyles } from './host/adopt-styles.ts'
