import { describe, expect, it } from 'vitest'
import { pickLocale } from './pick-locale.ts'

describe('pickLocale', () => {
  const cases: readonly (readonly [wanted: string, available: string, picked: string])[] = [
    ['pt-BR', 'en pt pt-BR', 'pt-BR'],
    ['pt-br', 'en pt-BR', 'pt-BR'],
    ['pt-BR', 'en pt', 'pt'],
    ['pt-BR', 'en pt-PT', 'pt-PT'],
    ['zh-Hans-CN', 'en zh-Hans zh', 'zh-Hans'],
    ['de', 'en lv', 'en'],
    ['', 'en lv', 'en'],
  ]
  for (const [wanted, available, picked] of cases)
    it(`picks ${picked} of ${available} for "${wanted}"`, () =>
      expect(pickLocale(wanted, available.split(' '), 'en')).toBe(picked))
})
