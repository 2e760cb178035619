import { describe, expect, it } from 'vitest'
import { decode } from '../../src/intake/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, littleEndian: boolean): number[] {
  return [...text].flatMap((char) => {
    const unit = char.charCodeAt(0)
    return littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]
  })
}

/** `日期,类型` and a line break in GBK. */
const GBK_HEADER = [0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x0a]
/** `缺席` in GBK, which is valid UTF-8 too. */
const GBK_ABSENT = [0xc8, 0xb1, 0xcf, 0xaf]

describe('decode', () => {
  it.each([
    ['UTF-8', utf8('日期,类型\n')],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('日期,类型\n'))],
    ['UTF-8 with the mark twice', Uint8Array.of(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, ...utf8('日期,类型\n'))],
    ['UTF-16 LE', Uint8Array.of(0xff, 0xfe, ...utf16('日期,类型\n', true))],
    ['UTF-16 BE', Uint8Array.of(0xfe, 0xff, ...utf16('日期,类型\n', false))],
    ['UTF-16 LE without a mark', Uint8Array.from(utf16('日期,类型\n', true))],
    ['UTF-16 BE without a mark', Uint8Array.from(utf16('日期,类型\n', false))],
    ['GBK', Uint8Array.from(GBK_HEADER)],
  ])('reads %s', (_, bytes) => {
    const { text, remarks } = decode(bytes)
    expect({ text, remarks }).toEqual({ text: '日期,类型\n', remarks: [] })
  })

  it.each([true, false])('knows UTF-16 without a mark though 一 has its zero on the other side: %s', (littleEndian) => {
    const text = '日期,类型\n2026-03-12,第一党小组会\n'
    expect(decode(Uint8Array.from(utf16(text, littleEndian))).text).toBe(text)
  })

  it('reads short GBK that is valid UTF-8 too, and tells the guess', () => {
    expect(decode(Uint8Array.from(GBK_ABSENT))).toEqual({
      text: '缺席',
      encoding: 'gb18030',
      remarks: [
        {
          code: 'guessed-encoding',
          severity: 'info',
          message: '文件太短，编码分不清是 UTF-8 还是 GBK，按 GBK 读取；如有乱码，请另存为 UTF-8',
          line: 1,
        },
      ],
    })
  })

  it('leaves accents alone where Chinese stands beside them', () => {
    expect(decode(utf8('张三 café')).text).toBe('张三 café')
  })

  it('reads a file in UTF-8 with a line of GBK in it, and names the line', () => {
    const bytes = Uint8Array.of(...utf8('支部,日期\n甲支部,一\n'), ...GBK_HEADER, ...utf8('乙支部,二\n'))
    expect(decode(bytes)).toEqual({
      text: '支部,日期\n甲支部,一\n日期,类型\n乙支部,二\n',
      encoding: 'utf-8',
      remarks: [
        {
          code: 'mixed-encoding',
          severity: 'warning',
          message: '文件是 UTF-8 编码，但第3行等1行夹有别的编码，这些行可能有乱码；请核对原文，另存为 UTF-8',
          line: 3,
        },
      ],
    })
  })

  it.each([
    ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'not-text', '这是旧版 Office 文件（.xls、.doc）'],
    ['a zip', [0x50, 0x4b, 0x03, 0x04, 0x14], 'not-text', '这是压缩格式的文件（.xlsx、.docx 或 .zip）'],
    ['zero bytes', [0x61, 0x00, 0x00, 0x62], 'not-text', '文件里有文本不会有的零字节'],
    ['bytes of no encoding', [0x61, 0x0a, 0xff, 0xff, 0xff], 'bad-encoding', '从第2行起读不下去'],
  ])('says plainly what %s is', (_, bytes, code, message) => {
    const { text, remarks } = decode(Uint8Array.from(bytes))
    expect(text).toBeUndefined()
    expect(remarks).toHaveLength(1)
    expect(remarks[0]).toMatchObject({ code, severity: 'error', message: expect.stringContaining(message) })
  })

  it.each([[[]], [[0xef, 0xbb, 0xbf]], [[0x20, 0x0a]]])('calls a file of %j empty, calmly', (bytes) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({
      remarks: [{ code: 'empty-file', severity: 'info', message: '文件是空的，没有内容可读', line: 1 }],
    })
  })

  it('tells of text that was lost when the file was saved', () => {
    const { text, remarks } = decode(utf8('日期,类型\n2026-01-05,锟斤拷\n'))
    expect(text).toBe('日期,类型\n2026-01-05,锟斤拷\n')
    expect(remarks).toMatchObject([{ code: 'damaged-text', severity: 'warning', line: 2 }])
  })
})
