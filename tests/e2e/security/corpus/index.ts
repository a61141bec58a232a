export { addresses } from './addresses.ts'
export { brokenFrames, brokenMessages, hostileValues } from './data.ts'
export { longTexts, names, texts } from './texts.ts'
