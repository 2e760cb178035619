import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { scriptText } from '../../src/intake/script-text.ts'
import { docx } from '../support/documents.ts'

const told = async (path: string, bytes: Uint8Array) => {
  const { text, remarks } = await scriptText(path, bytes)
  return { text, remarks: remarks.map(({ code, severity, message }) => `${severity} ${code} ${message}`) }
}

describe('scriptText', () => {
  it('reads .md and .txt as text, whatever their encoding', async () => {
    expect(await told('a/党课.md', new TextEncoder().encode('# 题目\n正文\n'))).toEqual({
      text: '# 题目\n正文\n',
      remarks: [],
    })
    expect(await told('党课.TXT', Uint8Array.of(0xc8, 0xd5, 0xc6, 0xda, 0x0a))).toEqual({ text: '日期\n', remarks: [] })
  })

  it('reads a .docx, one paragraph a line', async () => {
    expect(await told('党课.docx', docx(['把身边的事办实', '', '同志们：']))).toEqual({
      text: '把身边的事办实\n\n同志们：\n',
      remarks: [],
    })
  })

  it('says so where a .docx holds no text', async () => {
    expect(await told('党课.docx', docx(['']))).toEqual({
      text: undefined,
      remarks: ['warning empty-file 文件里没有文字（可能全是图片），没有内容可读'],
    })
  })

  it.each([
    ['党课.doc', [1], '这是旧版 Word 文件（.doc），读不了；请用 Word 或 WPS 打开，另存为 .docx、.md 或 .txt'],
    ['党课.wps', [1], '这是 WPS 专用格式（.wps），读不了；请用 Word 或 WPS 打开，另存为 .docx、.md 或 .txt'],
    ['党课.pdf', [1], '这是 PDF 文件，读不了；请用 Word 或 WPS 打开，另存为 .docx、.md 或 .txt'],
    [
      '党课.docx',
      [0xd0, 0xcf, 0x11, 0xe0],
      '这是旧版 Word 文件，或者加了密码，读不了；请去掉密码，用 Word 或 WPS 打开，另存为 .docx、.md 或 .txt',
    ],
    [
      '党课.docx',
      [0x41, 0x42],
      '文件已经损坏，或者不是它的扩展名所说的格式；请用 Word 或 WPS 打开，另存为 .docx、.md 或 .txt',
    ],
  ])('says what keeps %s from being read', async (path, bytes, message) => {
    expect(await told(path, Uint8Array.from(bytes))).toEqual({
      text: undefined,
      remarks: [`error not-text ${message}`],
    })
  })

  it('does not open what would swell beyond measure', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 1 })
    const { remarks } = await scriptText('党课.docx', bomb)
    expect(remarks[0]?.message).toContain('文件展开后有80 MB，远超一份台账的大小，为安全起见没有打开')
  })
})
