import type { SourceNode } from '../source/node.ts'
import { FIELDS, type FieldOf, type Scope } from './fields.ts'
import { foldKey, withoutRemark } from './key-form.ts'
import { type LookAlikes, lookAlikes, typingCost } from './typing-errors.ts'

/** A field that a misspelt key may mean; the lower the cost, the likelier. */
export interface Guess<S extends Scope> {
  readonly field: FieldOf<S>
  /** The name of the field that the key resembles. */
  readonly alias: string
  readonly cost: number
}

/** What the keys of one place in a ledger mean. */
export interface ScopeTable<S extends Scope> {
  /** The field that goes by this key, spacing, width and remarks in brackets apart. */
  fieldOf(key: string): FieldOf<S> | undefined
  /** The fields that the key may be a slip of the pen for, the likeliest first. */
  guesses(key: string): readonly Guess<S>[]
}

export interface FieldTable {
  scope<S extends Scope>(scope: S): ScopeTable<S>
  /** Columns that the model has no field for and nobody need be told of: 序号, 备注 … */
  isKept(key: string): boolean
}

/** Further names of fields, by any name that the table knows the field by: `{应到: [应参会]}`. */
export type FurtherAliases = Readonly<Record<string, readonly string[]>>

/**
 * Builds the table from `rules/intake/fields.yaml` and a project's own aliases, which come before the built-in ones.
 *
 * @throws Error where the data name a field that intake does not know: a mistake of the program, not of a project
 */
export function fieldTable(document: SourceNode, further: FurtherAliases): FieldTable {
  const sections = new Map(entriesOf(document).map(({ key, value }) => [key, value]))
  const confusions = lookAlikes(textsOf(sections.get('confusions')))
  const kept = new Set(textsOf(sections.get('kept')).map(foldKey))
  const scopes = new Map<Scope, ScopeTable<Scope>>()
  for (const scope of Object.keys(FIELDS) as Scope[]) {
    const aliases = withFurther(aliasesOf(scope, sections.get(scope)), further)
    scopes.set(scope, scopeTable(aliases, confusions))
  }
  return {
    // Each scope's table was built from that scope's own fields.
    scope: <S extends Scope>(scope: S) => scopes.get(scope) as unknown as ScopeTable<S>,
    isKept: (key) => kept.has(foldKey(key)) || kept.has(withoutRemark(foldKey(key))),
  }
}

type Aliases = Map<string, FieldOf<Scope>>

function aliasesOf(scope: Scope, section: SourceNode | undefined): Aliases {
  const aliases: Aliases = new Map()
  const known = new Set<string>(FIELDS[scope])
  for (const { key, value } of entriesOf(section)) {
    const parts = new Map(entriesOf(value).map((entry) => [entry.key, entry.value]))
    const [field] = textsOf(parts.get('field'))
    if (field === undefined || !known.has(field)) throw new Error(`fields.yaml: ${scope}.${key} names no field`)
    for (const alias of [key, ...textsOf(parts.get('aliases'))]) {
      const form = foldKey(alias)
      const before = aliases.get(form)
      if (before !== undefined && before !== field) throw new Error(`fields.yaml: ${scope}.${alias} has two meanings`)
      aliases.set(form, field as FieldOf<Scope>)
    }
  }
  return aliases
}

/** A project's name for a field holds in every place that knows the field by the name it is given for. */
function withFurther(aliases: Aliases, further: FurtherAliases): Aliases {
  const all = new Map(aliases)
  for (const [name, names] of Object.entries(further)) {
    const field = aliases.get(foldKey(name))
    if (field !== undefined) for (const alias of names) all.set(foldKey(alias), field)
  }
  return all
}

function scopeTable(aliases: Aliases, confusions: LookAlikes): ScopeTable<Scope> {
  const exact = memoised((key) => {
    const form = foldKey(key)
    return aliases.get(form) ?? aliases.get(withoutRemark(form))
  })
  return {
    fieldOf: exact,
    guesses: memoised((key) => guessesFor(withoutRemark(foldKey(key)), aliases, confusions)),
  }
}

/** The cost of a guess by containment: less sure than a known name, surer than a slip in an unlikely letter. */
const CONTAINMENT_COST = 0.75
const MAX_COST = 1
/** Words that a header may add behind a name without changing what it means. */
const EMPTY_ENDING = /^(?:人|数|名|个|栏|项|情况|信息|名单|数量|人数|一栏)$/u
const MIN_CONTAINED = 3

function guessesFor(form: string, aliases: Aliases, confusions: LookAlikes): Guess<Scope>[] {
  const best = new Map<string, Guess<Scope>>()
  for (const [alias, field] of aliases) {
    const cost = isContained(alias, form) ? CONTAINMENT_COST : typingCost(form, alias, confusions)
    if (cost > MAX_COST || cost >= (best.get(field)?.cost ?? Number.POSITIVE_INFINITY)) continue
    best.set(field, { field, alias, cost })
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost)
}

/**
 * Whether the key is the name with something before it (本次会议召开日期) or an empty ending behind it (实到人数人).
 * A Chinese compound means what its last part says: 主持人联系电话 is no chair.
 */
function isContained(alias: string, form: string): boolean {
  if (alias.length < MIN_CONTAINED || form.length > alias.length * 2) return false
  return form.endsWith(alias) || (form.startsWith(alias) && EMPTY_ENDING.test(form.slice(alias.length)))
}

function memoised<V>(compute: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>()
  return (key) => {
    if (known.has(key)) return known.get(key) as V // just seen to be there
    const value = compute(key)
    known.set(key, value)
    return value
  }
}

function entriesOf(node: SourceNode | undefined) {
  return node?.type === 'map' ? node.entries : []
}

function textsOf(node: SourceNode | undefined): string[] {
  if (node?.type === 'scalar') return node.text === '' ? [] : [node.text]
  return node?.type === 'list' ? node.items.flatMap(textsOf) : []
}
