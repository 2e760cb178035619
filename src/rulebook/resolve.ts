import type { SourceEntry, SourceMap, SourceNode } from '../source/node.ts'
import { evidenceAt, type Place } from '../source/place.ts'
import { toPlain } from '../source/plain.ts'
import type { Problem } from '../source/problem.ts'
import { byText } from '../text/order.ts'
import { type DeclaredKinds, withKinds } from './declared-kinds.ts'
import type { EffectiveRule } from './effective.ts'
import { mistakesIn } from './mistakes.ts'
import { type Override, Rule, Rulebook, RuleChange, type When } from './schema.ts'

/**
 * Finds the documents of a rulebook by the name it is called by in `extends`
 * (`base`, `scenes/rural`, `./our-rules.yaml`); `from` is the file that calls it.
 */
export type RulebookLibrary = (name: string, from: string | undefined) => readonly RulebookDocument[] | undefined

export interface RulebookDocument {
  readonly document: SourceNode
  /** It came with the program and was held against the schema when that was made. */
  readonly isTrusted: boolean
}

/** Rules in the making: each value with the place that it was last set at. */
interface Draft {
  readonly id: string
  readonly at: Place
  readonly values: Record<string, unknown>
  readonly provenance: Record<string, Place>
  readonly withNode: SourceNode | undefined
  /** Nothing of it has still to be held against the schema. */
  readonly isTrusted: boolean
}

/** What several rulebooks, each building on others, come to. */
export interface Resolution {
  readonly rules: readonly EffectiveRule[]
  /** Kinds declared, with the other names they go by. */
  readonly kinds: DeclaredKinds
  /** Changes for some branches only, in the order in which they apply. */
  readonly overrides: readonly BranchOverride[]
  readonly problems: readonly Problem[]
}

/** Changes for some branches only: the `rules:` block of an override. */
export interface BranchOverride {
  readonly when: When
  readonly block: SourceNode | undefined
}

/**
 * Reads rulebooks in the order named; what a later one says of a rule changes what an earlier one said.
 * `calledAt` is where a configuration names them.
 */
export function resolveRulebooks(names: readonly string[], library: RulebookLibrary, calledAt?: Place): Resolution {
  const resolver = new Resolver(library)
  for (const name of names) resolver.add(name, calledAt)
  return resolver.result()
}

/** The rules after the changes of one `rules:` block, which stands in a configuration or an override. */
export function changeRules(
  rules: readonly EffectiveRule[],
  block: SourceNode | undefined,
): { rules: readonly EffectiveRule[]; problems: readonly Problem[] } {
  if (block === undefined) return { rules, problems: [] }
  const drafts = new Map(rules.map((rule) => [rule.id, draftOf(rule)]))
  const problems: Problem[] = []
  for (const entry of entriesOf(block)) problems.push(...applyEntry(drafts, entry, { mayAdd: false, isTrusted: false }))
  const finished = finish(drafts)
  return { rules: finished.rules, problems: [...problems, ...finished.problems] }
}

class Resolver {
  private readonly library: RulebookLibrary
  private readonly drafts = new Map<string, Draft>()
  private kinds: DeclaredKinds = {}
  private readonly overrides: BranchOverride[] = []
  private readonly problems: Problem[] = []
  private readonly done = new Set<string>()

  constructor(library: RulebookLibrary) {
    this.library = library
  }

  /** Adds a rulebook and, before it, those that it builds on; each once. */
  add(name: string, calledAt: Place | undefined): void {
    const documents = this.library(name, calledAt?.file)
    if (documents === undefined) {
      const evidence = calledAt === undefined ? [] : [evidenceAt(calledAt, name)]
      this.problems.push({ code: 'unknown-rulebook', severity: 'error', message: `找不到规则集“${name}”`, evidence })
      return
    }
    for (const document of documents) this.addDocument(document)
  }

  private addDocument({ document, isTrusted }: RulebookDocument): void {
    if (this.done.has(document.at.file)) return
    this.done.add(document.at.file)
    const head = isTrusted ? trustedHead(document) : this.headOf(document)
    if (head === undefined) return
    for (const parent of [head.extends ?? []].flat()) this.add(parent, valueAt(document, 'extends')?.at)
    this.kinds = withKinds(this.kinds, head.kinds)
    this.overrides.push(...overridesIn(document, head.overrides))
    for (const entry of entriesOf(valueAt(document, 'rules'))) {
      this.problems.push(...applyEntry(this.drafts, entry, { mayAdd: true, isTrusted }))
    }
  }

  private headOf(document: SourceNode): RulebookHead | undefined {
    const rulebook = Rulebook.safeParse(toPlain(document))
    if (rulebook.success) return rulebook.data
    this.problems.push(...mistakesIn(document, rulebook.error, 'bad-rulebook'))
    return undefined
  }

  result(): Resolution {
    const { rules, problems } = finish(this.drafts)
    const overrides = this.overrides.map(({ when, block }) => ({ when, block: ofRulesInForce(block, this.drafts) }))
    return { rules, kinds: this.kinds, overrides, problems: [...this.problems, ...problems] }
  }
}

/** All of a rulebook but its rules. */
type RulebookHead = Pick<Rulebook, 'extends' | 'kinds' | 'overrides'>

function trustedHead(document: SourceNode): RulebookHead {
  return plainFields(entriesOf(document).filter(({ key }) => key !== 'rules'))
}

/** The overrides of a rulebook or configuration, each with its `rules:` block as written. */
export function overridesIn(document: SourceNode | undefined, overrides: readonly Override[] = []): BranchOverride[] {
  const list = valueAt(document, 'overrides')
  return overrides.map(({ when }, index) => ({
    when,
    block: list?.type === 'list' ? valueAt(list.items[index], 'rules') : undefined,
  }))
}

/** A scene may narrow rules of the base rulebook, which need not be in force with it. */
function ofRulesInForce(block: SourceNode | undefined, drafts: ReadonlyMap<string, Draft>): SourceNode | undefined {
  return block?.type === 'map' ? { ...block, entries: block.entries.filter(({ key }) => drafts.has(key)) } : block
}

/** Applies one entry of a `rules:` block; a rulebook may add rules, a configuration only change them. */
function applyEntry(
  drafts: Map<string, Draft>,
  entry: SourceEntry,
  { mayAdd, isTrusted }: { readonly mayAdd: boolean; readonly isTrusted: boolean },
): Problem[] {
  const before = drafts.get(entry.key)
  if (before === undefined && !mayAdd) {
    return [problemAt(entry, 'unknown-rule', `没有编号为“${entry.key}”的规则，请用 taizhang rules 查看全部规则`)]
  }
  if (before === undefined && isTrusted) {
    const draft = { id: entry.key, at: entry.keyAt, ...placesOf(entry.value), isTrusted }
    drafts.set(entry.key, { ...draft, values: plainFields(entriesOf(entry.value)) })
    return []
  }
  const change = RuleChange.safeParse(toPlain(entry.value))
  if (!change.success) return mistakesIn(entry.value, change.error, 'bad-rule').map((one) => within(entry.key, one))
  if (change.data === 'off') {
    drafts.delete(entry.key)
    return []
  }
  const draft = before ?? { id: entry.key, at: entry.keyAt, values: {}, ...NOWHERE }
  drafts.set(entry.key, merge(draft, change.data, entry.value))
  return []
}

function merge(draft: Draft, change: Exclude<RuleChange, 'off'>, node: SourceNode): Draft {
  if (typeof change === 'string') {
    return {
      ...draft,
      values: { ...draft.values, severity: change },
      provenance: { ...draft.provenance, severity: node.at },
      isTrusted: false,
    }
  }
  const values = { ...draft.values, ...change }
  if (change.with !== undefined) values.with = { ...(draft.values.with as object | undefined), ...change.with }
  const { provenance, withNode } = placesOf(node)
  return {
    ...draft,
    values,
    provenance: { ...draft.provenance, ...provenance },
    withNode: withNode ?? draft.withNode,
    isTrusted: false,
  }
}

const NOWHERE = { provenance: {}, withNode: undefined, isTrusted: false }

/** Where each value of a rule stands. */
function placesOf(node: SourceNode): Pick<Draft, 'provenance' | 'withNode'> {
  const provenance: Record<string, Place> = {}
  const withNode = valueAt(node, 'with')
  for (const { key, keyAt } of entriesOf(node)) if (key !== 'with') provenance[key] = keyAt
  for (const { key, keyAt } of entriesOf(withNode)) provenance[`with.${key}`] = keyAt
  return { provenance, withNode }
}

/** The fields as plain values, each made when it is asked for: of most rules nobody reads the examples. */
function plainFields(entries: readonly SourceEntry[]): Record<string, unknown> {
  const fields = {}
  for (const { key, value } of entries) {
    let made: { readonly value: unknown } | undefined
    const get = () => {
      made ??= { value: toPlain(value) }
      return made.value
    }
    Object.defineProperty(fields, key, { enumerable: true, get })
  }
  return fields
}

function finish(drafts: ReadonlyMap<string, Draft>): { rules: EffectiveRule[]; problems: Problem[] } {
  const rules: EffectiveRule[] = []
  const problems: Problem[] = []
  for (const draft of drafts.values()) {
    if (draft.isTrusted) {
      rules.push(ruleOf(draft, draft.values as Rule))
      continue
    }
    const rule = Rule.safeParse(draft.values)
    if (rule.success) {
      rules.push(ruleOf(draft, rule.data))
      continue
    }
    const missing = rule.error.issues.map(({ path }) => path.map(String).join('.')).join('、')
    const message = `规则 ${draft.id} 不完整：缺少 ${missing}`
    problems.push({ code: 'bad-rule', severity: 'error', message, evidence: [evidenceAt(draft.at, draft.id)] })
  }
  rules.sort(byText(({ id }) => id))
  return { rules, problems }
}

/** The values stay to be made when they are asked for. */
function ruleOf({ id, at, provenance, withNode }: Draft, values: Rule): EffectiveRule {
  return Object.create(Object.prototype, {
    ...Object.getOwnPropertyDescriptors(values),
    ...Object.getOwnPropertyDescriptors({ id, at, provenance, withNode }),
  })
}

function draftOf(rule: EffectiveRule): Draft {
  const { id, at, provenance, withNode } = rule
  return { id, at, provenance, withNode, values: valuesOf(rule), isTrusted: true }
}

function valuesOf(rule: EffectiveRule): Record<string, unknown> {
  const { id: _, at: __, provenance: ___, withNode: ____, ...values } = Object.getOwnPropertyDescriptors(rule)
  return Object.defineProperties({}, values)
}

function within(rule: string, problem: Problem): Problem {
  return { ...problem, message: `规则 ${rule}：${problem.message}` }
}

function problemAt(entry: SourceEntry, code: string, message: string): Problem {
  return { code, severity: 'error', message, evidence: [evidenceAt(entry.keyAt, entry.key)] }
}

/** The value of a key of a map, where the node is one and has it. */
export function valueAt(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return entriesOf(node).find((entry) => entry.key === key)?.value
}

function entriesOf(node: SourceNode | undefined): SourceMap['entries'] {
  return node?.type === 'map' ? node.entries : []
}
