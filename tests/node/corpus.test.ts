import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readCorpus } from '../../src/node/corpus.ts'
import { pdf } from '../support/documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'taizhang-corpus-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('texts at any depth, by their path below the folder; what cannot be read is told, other files are passed over', async () => {
  mkdirSync(join(folder, '范文'))
  writeFileSync(join(folder, '范文', '乙.md'), '# 第二篇\n')
  writeFileSync(join(folder, '甲.TXT'), Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xc6, 0xaa]))
  writeFileSync(join(folder, '丙.pdf'), pdf(['第三篇', '又一行']))
  writeFileSync(join(folder, '坏.pdf'), 'no pdf at all')
  writeFileSync(join(folder, '坏.docx'), 'no docx at all')
  writeFileSync(join(folder, '旧.doc'), 'an old one')
  writeFileSync(join(folder, '空.pdf'), pdf([]))
  writeFileSync(join(folder, '空.txt'), '')
  writeFileSync(join(folder, '~$坏.docx'), 'what Word keeps')
  writeFileSync(join(folder, '图.png'), 'no text')
  const { texts, problems } = await readCorpus([folder])
  expect(texts).toEqual([
    { name: '丙.pdf', text: expect.stringMatching(/^第三篇\s又一行/u) },
    { name: '甲.TXT', text: '第一篇' },
    { name: '范文/乙.md', text: '# 第二篇\n' },
  ])
  expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(Array(5).fill('unread-corpus warning'))
  expect(problems.map(({ message, evidence: [at] }) => [at?.file.slice(folder.length + 1), message])).toEqual([
    ['坏.docx', expect.stringMatching(/^参考资料没有读到，没有参加比对：.+另存为 \.docx、\.md 或 \.txt$/u)],
    ['坏.pdf', '参考资料没有读到，没有参加比对：文件读不了（可能已经损坏）'],
    ['旧.doc', expect.stringContaining('这是旧版 Word 文件（.doc），读不了')],
    ['空.pdf', '参考资料没有读到，没有参加比对：文件里没有文字（可能全是图片）'],
    ['空.txt', expect.stringContaining('没有')],
  ])
})

test('a folder that holds nothing of the kind is told', async () => {
  const empty = join(folder, '没有资料')
  mkdirSync(empty)
  expect((await readCorpus([empty])).problems).toMatchObject([
    {
      message: '参考资料没有读到，没有参加比对：这个文件夹里没有 .txt、.md、.docx、.pdf 文件',
      evidence: [{ file: empty }],
    },
  ])
})

test('no folder, no texts', async () => {
  expect(await readCorpus([])).toEqual({ texts: [], problems: [] })
})
