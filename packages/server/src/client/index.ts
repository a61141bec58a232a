export { signVisitorToken, type VisitorTokenOptions } from './sign-visitor-token.ts'
