import { transportContract } from '@docent/testkit'
import { describe, it } from 'vitest'
import { memoryHarness } from './testing/memory-harness.ts'

transportContract({ describe, it }, memoryHarness())
