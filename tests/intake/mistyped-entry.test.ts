import { expect, it } from 'vitest'
import { mistypedEntry, mistypedKey } from '../../src/intake/mistyped-entry.ts'
import type { SourceNode } from '../../src/source/node.ts'
import { parseYaml } from '../../src/source/yaml.ts'

function node(text: string): SourceNode {
  const [document] = parseYaml(text, 'a.yaml')
  if (document === undefined) throw new Error('no document')
  return document
}

it('knows an entry with a full-width colon where a map should stand', () => {
  const list = node('- 日期：2026-01-05\n')
  const [item] = list.type === 'list' ? list.items : []
  expect(item && mistypedEntry(item)).toEqual({
    code: 'wide-colon',
    severity: 'error',
    message: '第1行「日期」后面是全角冒号（：）；请改成半角冒号加一个空格，写成“日期: …”',
    evidence: [{ file: 'a.yaml', line: 1, column: 5, excerpt: '日期：2026-01-05' }],
  })
})

it.each([
  ['日期:2026-01-05', 'missing-space'],
  ['－类型', 'wide-dash'],
  ['-类型', 'dash-without-space'],
])('knows %s', (text, code) => {
  expect(mistypedEntry(node(text))?.code).toBe(code)
})

it.each(['"日期：2026-01-05"', '学习讨论', '14:30', 'http://a.test', '-5'])('leaves %s alone', (text) => {
  expect(mistypedEntry(node(text))).toBeUndefined()
})

it('knows a key in braces that lacks its space', () => {
  const at = { file: 'a.yaml', line: 3, column: 9 }
  expect(mistypedKey('应到:3', at)?.message).toBe('第3行「应到」的冒号后面少一个空格；请写成“应到: …”')
  expect(mistypedKey('应到', at)).toBeUndefined()
})
