interface Signature {
  readonly bytes: readonly number[]
  /** What such a file is, as a sentence begins. */
  readonly is: string
}

/** .xls and .doc files, and .xlsx and .docx files behind a password. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]

/** The first bytes by which the files are known that people hand in under a wrong ending. */
const SIGNATURES: readonly Signature[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    is: '这是旧版 Office 文件（.xls、.doc），或加了密码的 Office 文件，只是改了扩展名',
  },
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: '这是压缩格式的文件（.xlsx、.docx 或 .zip），只是改了扩展名' },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: '这是 PDF 文件，只是改了扩展名' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], is: '这是 RTF 文档，只是改了扩展名' },
  { bytes: [0x1f, 0x8b], is: '这是压缩文件（.gz），只是改了扩展名' },
  { bytes: [0x52, 0x61, 0x72, 0x21], is: '这是压缩文件（.rar），只是改了扩展名' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], is: '这是图片，只是改了扩展名' },
  { bytes: [0xff, 0xd8, 0xff], is: '这是图片，只是改了扩展名' },
]

/** What the file is, where its first bytes tell that it is no text. */
export function bySignature(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find((signature) => beginsWith(bytes, signature.bytes))?.is
}

/** Whether it is an Office file from before 2007, or one with a password. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return beginsWith(bytes, OLD_OFFICE)
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}
