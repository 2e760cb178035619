import { joinLedgers } from '../intake/index.ts'
import { fullMembersOn } from '../ledger/membership.ts'
import { NATURE_WORDS } from '../report/display-words.ts'
import { hanging } from '../report/layout.ts'
import type { Palette } from '../report/palette.ts'
import { placeLabel } from '../report/place-label.ts'
import { severityLabel } from '../report/rule-words.ts'
import { type BranchAttributes, type EffectiveRule, notFor } from '../rulebook/effective.ts'
import { valueAt } from '../rulebook/resolve.ts'
import type { SourceEntry, SourceNode } from '../source/node.ts'
import type { Place } from '../source/place.ts'
import { byText } from '../text/order.ts'
import { UsageError } from './exit.ts'
import type { Input } from './input.ts'

export type ValueOrigin = '规则集' | '配置' | '局部调整'

/** A value of a rule as a branch is judged by it, and where it was last set. */
export interface BranchValue {
  /** `severity`, `with.atLeast` … */
  readonly name: string
  readonly value: unknown
  readonly origin: ValueOrigin
  readonly at: Place
}

export interface BranchRules {
  readonly branch: string
  readonly inForce: readonly { readonly rule: EffectiveRule; readonly values: readonly BranchValue[] }[]
  readonly notForIt: readonly {
    readonly id: string
    readonly title: string
    readonly reason: string
    readonly at: Place
  }[]
}

/**
 * The rules by which a branch is judged, each value with where it comes from, and those by which it is not, with why.
 *
 * @throws UsageError where no ledger is of that branch
 */
export function rulesForBranch(wanted: string, { setup, parts }: Input, config: SourceNode | undefined): BranchRules {
  const { ledgers } = joinLedgers(parts.flatMap(({ branches }) => branches))
  const ledger = ledgers.find(({ branch }) => branch.id === wanted || branch.name.value === wanted)
  if (ledger === undefined) throw new UsageError(`读到的台账中没有名称或编号为“${wanted}”的支部`)
  const attributes = { branch: ledger.branch, fullMembers: fullMembersOn(ledger, setup.asOf)?.length }
  const rules = setup.rulesFor(attributes).map(({ rule }) => rule)
  const originOf = originIn(config)
  const inForce = rules.filter(({ when }) => notFor(when, attributes) === undefined)
  return {
    branch: ledger.branch.name.value,
    inForce: inForce.map((rule) => ({ rule, values: valuesOf(rule, originOf) })),
    notForIt: [
      ...rules.flatMap((rule) => narrowed(rule, attributes)),
      ...switchedOff(setup.ruleSet.rules, rules, config),
    ].sort(byText(({ id }) => id)),
  }
}

function valuesOf(rule: EffectiveRule, originOf: (at: Place) => ValueOrigin): BranchValue[] {
  const given: readonly (readonly [string, unknown])[] = [
    ['severity', rule.severity],
    ...Object.entries(rule.with ?? {}).map(([name, value]) => [`with.${name}`, value] as const),
  ]
  return given.map(([name, value]) => {
    const at = rule.provenance[name] ?? rule.at
    return { name, value, origin: originOf(at), at }
  })
}

function narrowed({ id, title, when, at, provenance }: EffectiveRule, attributes: BranchAttributes) {
  const notMeant = notFor(when, attributes)
  return notMeant === undefined ? [] : [{ id, title, reason: notMeant.reason, at: provenance.when ?? at }]
}

/** By the configuration for all branches, or by an override for this one. */
function switchedOff(common: readonly EffectiveRule[], own: readonly EffectiveRule[], config: SourceNode | undefined) {
  const titles = new Map(common.map(({ id, title }) => [id, title]))
  const inForce = new Set(own.map(({ id }) => id))
  const forAll = entriesOf(valueAt(config, 'rules'))
    .filter(({ key, value }) => isOff(value) && !inForce.has(key))
    .map(({ key, keyAt }) => ({ id: key, title: '', reason: '配置中已关闭', at: keyAt }))
  const entries = overrideEntries(config).filter(({ value }) => isOff(value))
  const forBranch = common
    .filter(({ id }) => !inForce.has(id))
    .map(({ id, at }) => ({
      id,
      title: titles.get(id) ?? '',
      reason: '局部调整中已关闭',
      at: entries.findLast(({ key }) => key === id)?.keyAt ?? at,
    }))
  return [...forAll, ...forBranch]
}

function isOff(value: SourceNode): boolean {
  return value.type === 'scalar' && value.text === 'off'
}

function overrideEntries(config: SourceNode | undefined): readonly SourceEntry[] {
  const list = valueAt(config, 'overrides')
  return list?.type === 'list' ? list.items.flatMap((item) => entriesOf(valueAt(item, 'rules'))) : []
}

function entriesOf(node: SourceNode | undefined): readonly SourceEntry[] {
  return node?.type === 'map' ? node.entries : []
}

function originIn(config: SourceNode | undefined): (at: Place) => ValueOrigin {
  const overridden = new Set<string>()
  for (const { keyAt, value } of overrideEntries(config)) collect(keyAt, value, overridden)
  return (at) => {
    if (at.file !== config?.at.file) return '规则集'
    return overridden.has(keyOf(at)) ? '局部调整' : '配置'
  }
}

function collect(at: Place, node: SourceNode, places: Set<string>): void {
  places.add(keyOf(at)).add(keyOf(node.at))
  for (const { keyAt, value } of entriesOf(node)) collect(keyAt, value, places)
}

function keyOf({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}

/** The same for a terminal. */
export function branchRuleLines({ branch, inForce, notForIt }: BranchRules, palette: Palette, width: number): string {
  const lines = [
    palette.heading(`${branch}：适用 ${inForce.length} 条规则`),
    ...inForce.flatMap(({ rule, values }) => [
      `${palette.strong(rule.id)}  ${NATURE_WORDS[rule.nature]}`,
      ...hanging('  ', rule.title, width),
      ...values.flatMap((value) => hanging('  · ', valueLine(value), width, palette.faint)),
    ]),
    '',
    palette.heading(`不适用 ${notForIt.length} 条`),
    ...notForIt.flatMap(({ id, title, reason, at }) => [
      `${palette.strong(id)}  ${title}`.trimEnd(),
      ...hanging('  ', `${reason}　${placeLabel(at)}`, width, palette.faint),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

function valueLine({ name, value, origin, at }: BranchValue): string {
  const said =
    name === 'severity' ? `严重程度 ${severityLabel(value as EffectiveRule['severity'])}` : named(name, value)
  return `${said}　${origin} ${placeLabel(at)}`
}

function named(name: string, value: unknown): string {
  return `${name.replace(/^with\./u, '')} ${typeof value === 'string' ? value : JSON.stringify(value)}`
}

/** The same as data. */
export function branchRuleData({ branch, inForce, notForIt }: BranchRules) {
  return {
    branch,
    inForce: inForce.map(({ rule: { id, title, nature }, values }) => ({ id, title, nature, values })),
    notForIt,
  }
}
