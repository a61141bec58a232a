/**
 * Icons as path data on a 20 px grid, 1.5 px stroke, one constant each. They lie in several files because a file is the
 * smallest thing that can be loaded with one chunk and not with another.
 * @example <Icon path={iconBook} />
 */
export * from '../launcher/icons.ts'
export * from './icons/files.ts'
export * from './icons/more.ts'
export * from './icons/shell.ts'
export * from './icons/ways.ts'
