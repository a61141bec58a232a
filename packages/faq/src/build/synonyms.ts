import { isSeq } from 'yaml'
import type { Problems } from './problem.ts'
import type { SourceFile } from './source-tree.ts'
import { readTexts, readYaml } from './yaml-reader.ts'

const example = 'Write a list with a group on each line: - [client, customer, buyer]'

/** `synonyms.yml`: words and phrases that mean the same to the owner's visitors, a group an item. */
export function readSynonyms({ file, text }: SourceFile, problems: Problems): string[][] {
  const source = readYaml({ file, text, linesBefore: 0 }, problems)
  if (!source) return []
  const list = source.document.contents
  if (list === null) return []
  if (!isSeq(list)) {
    problems.error({ file, line: 1 }, 'This is not a list of groups', example)
    return []
  }
  return list.items.flatMap((item) => {
    const known = problems.list.length
    const group = readTexts('synonyms', item, source, problems)
    if (group.length > 1) return [group]
    if (problems.list.length === known)
      problems.error(source.placeOf(item), 'A word that stands alone means the same as nothing', example)
    return []
  })
}
