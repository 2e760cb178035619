import { NATURE_WORDS } from '../report/display-words.ts'
import { hanging } from '../report/layout.ts'
import { markdownTable } from '../report/markdown-text.ts'
import type { Palette } from '../report/palette.ts'
import { placeLabel } from '../report/place-label.ts'
import { basisLabel, severityLabel } from '../report/rule-words.ts'
import type { EffectiveRule } from '../rulebook/effective.ts'
import type { Place } from '../source/place.ts'
import { byText } from '../text/order.ts'

/** A value of a rule that another file than the rule's own has set. */
interface ChangedValue {
  readonly value: string
  readonly at: Place
}

/** The rules as a list for a terminal. */
export function ruleLines(rules: readonly EffectiveRule[], palette: Palette, width: number): string {
  const lines = rules.flatMap((rule) => [
    `${palette.strong(rule.id)}  ${NATURE_WORDS[rule.nature]}，${severityLabel(rule.severity)}`,
    ...hanging('  ', rule.title, width),
    ...hanging('  依据  ', rule.basis.map(basisLabel).join('；'), width, palette.faint),
    ...hanging('  出处  ', sourceLabel(rule), width, palette.faint),
  ])
  return `${[...lines, '', `共 ${rules.length} 条规则`].join('\n')}\n`
}

export function ruleTable(rules: readonly EffectiveRule[]): string {
  const rows = rules.map((rule) => [
    rule.id,
    rule.title,
    NATURE_WORDS[rule.nature],
    severityLabel(rule.severity),
    rule.basis.map(basisLabel).join('；'),
    sourceLabel(rule),
  ])
  return `${markdownTable(['规则', '要求', '性质', '严重程度', '依据', '出处'], rows).join('\n')}\n`
}

/** The rules as data, each value with the place that it was last set at. */
export function ruleData(rules: readonly EffectiveRule[]) {
  return rules.map(({ id, title, check, with: params, when, nature, severity, basis, within, at, provenance }) => ({
    id,
    title,
    check,
    with: params ?? {},
    when: when ?? null,
    nature,
    severity,
    basis,
    within,
    source: at,
    provenance: Object.fromEntries(Object.entries(provenance).sort(byText(([value]) => value))),
  }))
}

/** Where the rule was laid down, and which of its values another file has changed since. */
export function sourceLabel(rule: EffectiveRule): string {
  const changes = changedValues(rule).map(({ value, at }) => `${value} 改自 ${placeLabel(at)}`)
  return [placeLabel(rule.at), ...changes].join('；')
}

function changedValues({ at, provenance }: EffectiveRule): ChangedValue[] {
  return Object.entries(provenance)
    .filter(([, place]) => place.file !== at.file)
    .map(([value, place]) => ({ value, at: place }))
    .sort(byText(({ value }) => value))
}
