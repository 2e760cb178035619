import { byValue, type Detector, KEY, quoteIt } from './detector.ts'

export const unclosedQuote: Detector = ({ value, valueAt }) => {
  const mark = value.charAt(0)
  if ((mark !== '"' && mark !== "'") || closes(value, mark) >= 0) return undefined
  const chinese = /[“”‘’]/u.test(value) ? '（中文引号不能与它配对）' : ''
  const says = `英文引号 ${mark} 只有开头，没有结尾${chinese}；请在内容末尾补上 ${mark}，或把开头的引号去掉`
  return { code: 'unclosed-quote', says, at: valueAt }
}

export const textBehindQuote: Detector = ({ value, valueAt }) => {
  const mark = value.charAt(0)
  const end = mark === '"' || mark === "'" ? closes(value, mark) : -1
  const behind = value.slice(end + 1)
  if (end < 0 || /^\s*(?:$|[,\]}:])/u.test(behind)) return undefined
  const says = `引号后面还有文字，YAML 不允许只把开头几个字放在英文引号里；请改用中文引号“”，或${quoteIt(value).slice(1)}`
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

export const wideInBrackets = byValue(
  'wide-punctuation',
  /^([[{][^\]}"']*?)[，：［］｛｝]/u,
  ([match]) => `方括号、花括号里有全角标点（${match.at(-1)}）；请改成半角标点，冒号、逗号后面各留一个空格`,
)

export const missingComma = byValue(
  'missing-comma',
  new RegExp(`^([[{].*:\\s*[^\\s,[\\]{}"']+)\\s+${KEY}:\\s`, 'u'),
  () => '方括号、花括号里两个字段之间少一个逗号；请用半角逗号隔开，逗号后面空一格',
)

export const unclosedBracket: Detector = ({ value, valueAt }) => {
  const open = value.charAt(0)
  const close = CLOSING[open]
  if (close === undefined || count(value, open) <= count(value, close)) return undefined
  const says = `括号 ${open} 只有开头，没有结尾；请在内容末尾补上 ${close}（要用半角）`
  return { code: 'unclosed-bracket', says, at: valueAt }
}

function count(text: string, char: string): number {
  return text.split(char).length - 1
}
