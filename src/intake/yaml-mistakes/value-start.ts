import { byValue, type Detector, quoteIt } from './detector.ts'

export const textBehindBracket = byValue(
  'reserved-character',
  /^(\[[^\]]*\]|\{[^}]*\})\s*[^\s,\]}:]/u,
  (match) => `内容以 ${match[0].charAt(0)} 开头，YAML 会当成列表或一组字段；${quoteIt(match.input)}`,
)

export const blockMark = byValue(
  'block-text',
  /^([|>])(?![+\-\d]*$)/u,
  ([, mark]) => `${mark} 后面不能接着写内容；请让 ${mark} 单独在行末，内容从下一行起写，并比这一行多缩进两格`,
)

export const dashInValue: Detector = ({ key, value, valueAt }) => {
  if (key === undefined || !/^-\s/u.test(value)) return undefined
  const says = `「${key}」后面不能接着写列表；请让「${key}:」单独一行，列表的每一项从下一行起写，各占一行`
  return { code: 'dash-in-value', says, at: valueAt }
}

export const reservedStart = byValue(
  'reserved-character',
  /^()[@`%&*!]/u,
  (match) => `内容以 ${match[0]} 开头，这个符号在 YAML 里另有用处；${quoteIt(match.input)}`,
)

export const secondColon: Detector = ({ key, value, valueAt }) => {
  if (key === undefined || /^["'[{|>]/u.test(value)) return undefined
  const at = value.search(/:(?:\s|$)/u)
  if (at < 0) return undefined
  return {
    code: 'second-colon',
    says: `「${key}」的内容里又有一个冒号加空格，YAML 分不清哪个是字段；${quoteIt(value)}`,
    at: valueAt + at,
  }
}

export const shallowBlock: Detector = (line, above) => {
  if (above === undefined || !/^[|>][+\-\d]*$/u.test(above.value) || line.key !== undefined) return undefined
  const says = `「${above.key ?? ''}」的大段文字没有缩进；请让 | 下面的每一行都比「${above.key ?? ''}」多缩进两格`
  return { code: 'block-text', says, at: line.indent }
}
