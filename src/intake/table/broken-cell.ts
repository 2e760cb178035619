interface Breakage {
  readonly pattern: RegExp
  /** Why the cell says nothing, and what to do. */
  readonly why: string
}

/** What a spreadsheet leaves in place of a value that it has lost. */
const BREAKAGES: readonly Breakage[] = [
  {
    pattern: /^#{3,}$/u,
    why: '是表格软件因列太窄显示的井号，原来的内容没有导出；请把这一列拉宽后重新导出',
  },
  {
    pattern: /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL|SPILL|CALC|GETTING_DATA)[!?]?$/iu,
    why: '是表格公式的错误提示，不是内容；请在原表里改正公式，或直接填写',
  },
  {
    pattern: /^=[^=].*$/su,
    why: '是公式，文件里没有存它的结果；请用 Excel 或 WPS 打开，保存一次，或直接填写',
  },
  {
    pattern: /^[-+]?\d(?:\.\d+)?E\+?\d{2,}$/iu,
    why: '是表格软件改写的科学计数，原来的长数字已经丢失；请把这一列设为“文本”格式后重新填写',
  },
]

/** Why the text of a cell is no value; `undefined` where it may be one. */
export function breakageOf(text: string): string | undefined {
  const trimmed = text.trim()
  return BREAKAGES.find(({ pattern }) => pattern.test(trimmed))?.why
}
