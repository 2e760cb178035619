import type { Mistake } from './mistakes.ts'
import { yamlLine } from './yaml-line.ts'

/** A line that is indented like none of the lines it can belong to; `undefined` where nothing of that kind is found. */
export function badIndentation(lines: readonly string[], at: number): Mistake | undefined {
  const text = lines[at] ?? ''
  const above = lines.slice(0, at).findLast((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
  if (text.trim() === '' || above === undefined) return undefined
  const [indent, before] = [yamlLine(text).indent, yamlLine(above)]
  if (indent === before.indent) return undefined
  const says =
    indent > before.indent && before.value !== ''
      ? `缩进比上一行多，但上一行「${before.key ?? before.value}」已经有内容，下面不能再分层；请与上一行对齐`
      : `行首缩进（${indent}格）与前面同级的行不一致；请用空格对齐，同一级的行缩进要相同，下一级多缩进两格`
  return { code: 'bad-indent', says, at: text.length - text.trimStart().length }
}
