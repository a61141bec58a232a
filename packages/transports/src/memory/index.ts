export type { MemoryContent } from './answer.ts'
export { memoryCapabilities } from './capabilities.ts'
export { memory } from './memory.ts'
export { createMemoryBackend, type MemoryBackend, type MemoryBackendOptions } from './memory-backend.ts'
