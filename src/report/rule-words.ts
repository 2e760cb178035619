import { citation } from '../rectification/items.ts'
import { type Basis, type RuleBasis, SEVERITIES, type SeverityRule } from '../rulebook/schema.ts'
import { SEVERITY_WORDS } from './display-words.ts'

/** `重要`, or from which measure on it is what: `0.8 起为重要，0.5 起为一般`. */
export function severityLabel(severity: SeverityRule): string {
  if (typeof severity === 'string') return SEVERITY_WORDS[severity]
  return SEVERITIES.flatMap((level) => {
    const from = severity[level]
    return from === undefined ? [] : `${from} 起为${SEVERITY_WORDS[level]}`
  }).join('，')
}

/** `《中国共产党支部工作条例（试行）》第十一条`; a basis that is not central says so, as does one that is for some cases only. */
export function basisLabel(basis: RuleBasis): string {
  const { rank, for: cases = [] } = basis
  const notes = [...(rank === '中央' ? [] : [rank]), ...[cases].flat()]
  return notes.length === 0 ? citation(basis) : `${citation(basis)}（${notes.join('、')}）`
}

/** Whether somebody has held the article against the text of the document. */
export function verificationLabel({ rank, article, verified }: Basis): string {
  if (rank === '检查口径') return '本工具的检查口径，不是文件规定，可在配置中调整'
  if (verified === true) return '已与文件原文核对'
  return article === undefined ? '未核对到具体条文' : '条文尚未与文件原文核对'
}
