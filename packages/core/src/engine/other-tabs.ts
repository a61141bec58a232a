export { follow, withoutLocks } from './follow.ts'
export { serve } from './serve.ts'
