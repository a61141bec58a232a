import type { Transport } from '@docent/protocol'
import { createMemoryBackend, type MemoryBackend } from './memory-backend.ts'

/**
 * A transport without a server. Without a backend it gets one of its own, which nobody answers on.
 * @example createDocent({ transport: memory({ backend }), features: [chat()] })
 */
export const memory = (options: { readonly backend?: MemoryBackend } = {}): Transport =>
  (options.backend ?? createMemoryBackend()).transport()
