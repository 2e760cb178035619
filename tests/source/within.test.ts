import { expect, test } from 'vitest'
import { placeWithin } from '../../src/source/within.ts'
import { parseYaml } from '../../src/source/yaml.ts'

/** Where the word stands that a document of one field has, by line and column. */
function placeOf(word: string, yaml: string): [number, number] {
  const [document] = parseYaml(yaml, 'a.yaml')
  const node = document?.type === 'map' ? document.entries.at(-1)?.value : undefined
  if (node?.type !== 'scalar') throw new Error('no scalar')
  const { line, column } = placeWithin(node, node.text.indexOf(word))
  return [line, column]
}

test.each([
  ['plain', '议题: 学习党章', [1, 7]],
  ['in quotes', '议题: "学习党章"', [1, 8]],
  ['a block, line by line as in the file', '议题: |\n  一\n  学习党章\n', [3, 5]],
  ['folded: at its beginning', '议题: >\n  一\n\n  学习党章\n', [2, 3]],
  ['in quotes over several lines: at its quote', '议题: "一\n\n  学习党章"', [1, 5]],
  ['said elsewhere: where it is referred to', '甲: &a |\n  一\n  学习党章\n议题: *a\n', [4, 5]],
])('a word of a text %s', (_, yaml, place) => {
  expect(placeOf('党章', yaml)).toEqual(place)
})
