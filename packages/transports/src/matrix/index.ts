export { type MatrixAccount, type MatrixOptions, matrix } from './matrix.ts'
