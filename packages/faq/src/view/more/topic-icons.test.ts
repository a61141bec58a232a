import { expect, it } from 'vitest'
import { topicIconNames } from '../../topic-icon-names.ts'
import { topicIcons } from './topic-icons.ts'

it('draws every icon that a category can name', () => {
  expect(Object.keys(topicIcons).sort()).toEqual([...topicIconNames].sort())
})
