import { type YamlLine, yamlLine } from './yaml-line.ts'

/** A mistake in one line of a YAML file. */
export interface Mistake {
  readonly code: string
  /** What is wrong and how to mend it; the line's number is put before it. */
  readonly says: string
  /** Offset in the line. */
  readonly at: number
}

type Detector = (line: YamlLine, above: YamlLine | undefined) => Mistake | undefined

/** The first mistake in a line that a parser stumbled over, or the line above it, in the order of how sure it is. */
export function mistakeIn(text: string, above: string | undefined): Mistake | undefined {
  const line = yamlLine(text)
  const before = above === undefined ? undefined : yamlLine(above)
  for (const detect of DETECTORS) {
    const mistake = detect(line, before)
    if (mistake !== undefined) return mistake
  }
  return undefined
}

/** A mistake that a pattern over the whole line tells; it stands at the end of the pattern's first group. */
function byPattern(code: string, pattern: RegExp, says: (match: RegExpExecArray) => string): Detector {
  return ({ text }) => {
    const match = pattern.exec(text)
    return match === null ? undefined : { code, says: says(match), at: match[1]?.length ?? 0 }
  }
}

/** The same over the value only. */
function byValue(code: string, pattern: RegExp, says: (match: RegExpExecArray) => string): Detector {
  return ({ value, valueAt }) => {
    const match = pattern.exec(value)
    return match === null ? undefined : { code, says: says(match), at: valueAt + (match[1]?.length ?? 0) }
  }
}

const KEY = '[\\p{L}\\p{N}（）()/·]{1,16}'
const QUOTE_IT = (value: string) => `请给内容加上英文引号：'${value.replaceAll("'", "''")}'`

const mergeConflict = byPattern(
  'merge-conflict',
  /^(?:<{7}|={7}|>{7})(?:\s|$)/u,
  () => '是版本合并冲突留下的标记，合并没有做完；请选定要保留的内容，删去 <<<<<<<、=======、>>>>>>> 几行',
)

const tabIndent = byPattern(
  'tab-indent',
  /^( *)\t/u,
  () => '用制表符（Tab）缩进，YAML 只认空格；请把行首的制表符换成空格，与同级的行对齐',
)

const wideSpace = byPattern(
  'wide-space',
  /^([ \t]*)[\u3000\u00a0\u2000-\u200b\ufeff]/u,
  () => '行首有全角空格（或看不见的特殊空格），YAML 只认半角空格；请换成半角空格，与同级的行对齐',
)

const wideColon = byPattern(
  'wide-colon',
  new RegExp(`^(\\s*(?:-\\s+)*${KEY})：`, 'u'),
  ([, key = '']) => `「${bare(key)}」后面是全角冒号（：）；请改成半角冒号加一个空格，写成“${bare(key)}: …”`,
)

const noSpace = byPattern(
  'missing-space',
  new RegExp(`^(\\s*(?:-\\s+)*(?=[^:]*\\p{Script=Han})${KEY}):(?=[^\\s:/])`, 'u'),
  ([, key = '']) => `「${bare(key)}」的冒号后面少一个空格；请写成“${bare(key)}: …”`,
)

const wideDash = byPattern(
  'wide-dash',
  /^(\s*)[－—–](?=\s*[\p{L}\p{N}])/u,
  () => '列表的短横是全角的；请改成半角短横加一个空格，写成“- …”',
)

const tightDash = byPattern(
  'dash-without-space',
  /^(\s*)-(?=[\p{Script=Han}"'“《{[])/u,
  () => '列表的短横后面少一个空格；请写成“- …”',
)

const unclosedQuote: Detector = ({ value, valueAt }) => {
  const mark = value.charAt(0)
  if ((mark !== '"' && mark !== "'") || closes(value, mark) >= 0) return undefined
  const chinese = /[“”‘’]/u.test(value) ? '（中文引号不能与它配对）' : ''
  const says = `英文引号 ${mark} 只有开头，没有结尾${chinese}；请在内容末尾补上 ${mark}，或把开头的引号去掉`
  return { code: 'unclosed-quote', says, at: valueAt }
}

const textBehindQuote: Detector = ({ value, valueAt }) => {
  const mark = value.charAt(0)
  const end = mark === '"' || mark === "'" ? closes(value, mark) : -1
  const behind = value.slice(end + 1)
  if (end < 0 || /^\s*(?:$|[,\]}:])/u.test(behind)) return undefined
  const says = `引号后面还有文字，YAML 不允许只把开头几个字放在英文引号里；请改用中文引号“”，或${QUOTE_IT(value).slice(1)}`
  return { code: 'text-behind-quote', says, at: valueAt + end + 1 }
}

/** Offset of the quote that closes the value's first; -1 where none does. */
function closes(value: string, mark: string): number {
  for (let at = 1; at < value.length; at += 1) {
    if (mark === '"' && value[at] === '\\') at += 1
    else if (mark === "'" && value.startsWith("''", at)) at += 1
    else if (value[at] === mark) return at
  }
  return -1
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' }

const wideInBrackets = byValue(
  'wide-punctuation',
  /^([[{][^\]}"']*?)[，：［］｛｝]/u,
  ([match]) => `方括号、花括号里有全角标点（${match.at(-1)}）；请改成半角标点，冒号、逗号后面各留一个空格`,
)

const unclosedBracket: Detector = ({ value, valueAt }) => {
  const open = value.charAt(0)
  const close = CLOSING[open]
  if (close === undefined || count(value, open) <= count(value, close)) return undefined
  const says = `括号 ${open} 只有开头，没有结尾；请在内容末尾补上 ${close}（要用半角）`
  return { code: 'unclosed-bracket', says, at: valueAt }
}

function count(text: string, char: string): number {
  return text.split(char).length - 1
}

const textBehindBracket = byValue(
  'reserved-character',
  /^(\[[^\]]*\]|\{[^}]*\})\s*[^\s,\]}:]/u,
  (match) => `内容以 ${match[0].charAt(0)} 开头，YAML 会当成列表或一组字段；${QUOTE_IT(match.input)}`,
)

const blockMark = byValue(
  'block-text',
  /^([|>])(?![+\-\d]*$)/u,
  ([, mark]) => `${mark} 后面不能接着写内容；请让 ${mark} 单独在行末，内容从下一行起写，并比这一行多缩进两格`,
)

const reservedStart = byValue(
  'reserved-character',
  /^()[@`%&*!]/u,
  (match) => `内容以 ${match[0]} 开头，这个符号在 YAML 里另有用处；${QUOTE_IT(match.input)}`,
)

const secondColon: Detector = ({ key, value, valueAt }) => {
  if (key === undefined || /^["'[{|>]/u.test(value)) return undefined
  const at = value.search(/:(?:\s|$)/u)
  if (at < 0) return undefined
  return {
    code: 'second-colon',
    says: `「${key}」的内容里又有一个冒号加空格，YAML 分不清哪个是字段；${QUOTE_IT(value)}`,
    at: valueAt + at,
  }
}

const shallowBlock: Detector = (line, above) => {
  if (above === undefined || !/^[|>][+\-\d]*$/u.test(above.value) || line.key !== undefined) return undefined
  const says = `「${above.key ?? ''}」的大段文字没有缩进；请让 | 下面的每一行都比「${above.key ?? ''}」多缩进两格`
  return { code: 'block-text', says, at: line.indent }
}

const DETECTORS: readonly Detector[] = [
  mergeConflict,
  tabIndent,
  wideSpace,
  wideColon,
  noSpace,
  wideDash,
  tightDash,
  unclosedQuote,
  textBehindQuote,
  wideInBrackets,
  unclosedBracket,
  textBehindBracket,
  blockMark,
  reservedStart,
  secondColon,
  shallowBlock,
]

/** A key without the blanks and list marks before it. */
function bare(key: string): string {
  return key.replace(/^[\s-]+/u, '')
}
