export { developer } from '@docent/guide/developer'
