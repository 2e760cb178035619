import { cleanText } from '../report/clean-text.ts'
import { NATURE_WORDS } from '../report/display-words.ts'
import type { Page } from '../report/format.ts'
import { hanging, labelled } from '../report/layout.ts'
import { basisLabel, severityLabel, verificationLabel } from '../report/rule-words.ts'
import type { EffectiveRule } from '../rulebook/effective.ts'
import { guardText } from '../rulebook/schema.ts'
import { sourceLabel } from './rule-list.ts'

/** What `explain` says of a rule: demand, basis, how it is judged, what is no fault, how to mend one, two examples. */
export function rulePage(rule: EffectiveRule, checkSummary: string, page: Page): string {
  const { palette, width } = page
  const field = (label: string, text: string) => labelled('', `${label}  `, text, width, palette.faint)
  const blocks = [
    [`${palette.heading(rule.title)}`, palette.faint(rule.id)],
    [
      ...rule.basis.flatMap((basis) => field('依据', `${basisLabel(basis)}　［${verificationLabel(basis)}］`)),
      ...field('性质', `${NATURE_WORDS[rule.nature]}；严重程度：${severityLabel(rule.severity)}`),
      ...field('判断', rule.judged),
      ...field('方法', `${checkSummary}（${rule.check}）`),
      ...field('参数', parameters(rule)),
    ],
    listBlock('以下情况不算问题', (rule.guards ?? []).map(guardText), page),
    [...field('整改', rule.remedy), ...field('时限', `检查之日起 ${rule.within} 天，遇非工作日顺延`)],
    field('出处', sourceLabel(rule)),
    exampleBlock('符合规定的示例', rule.examples?.pass, page),
    exampleBlock('有问题的示例', rule.examples?.fail, page),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function parameters({ with: params = {} }: EffectiveRule): string {
  const entries = Object.entries(params).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return entries.length === 0 ? '无' : entries.join('，')
}

function listBlock(title: string, texts: readonly string[], { palette, width }: Page): string[] {
  if (texts.length === 0) return []
  return [palette.strong(title), ...texts.flatMap((text) => hanging('  · ', text, width))]
}

function exampleBlock(title: string, ledger: string | undefined, { palette }: Page): string[] {
  if (ledger === undefined) return []
  const lines = ledger.trimEnd().split('\n')
  return [
    palette.strong(title),
    ...lines.map((line) => `    ${line.slice(0, indentOf(line))}${cleanText(line.trimStart())}`),
  ]
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
