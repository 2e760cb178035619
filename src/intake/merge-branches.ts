import { plainName } from '../ledger/expected-branch.ts'
import type { Branch, Group, Tenure } from '../ledger/schema.ts'
import { evidence, type Located } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import { groupForm } from './group-names.ts'

/** Facts of which a branch has one, and how a message calls them. */
const FACTS = {
  code: '编号',
  superior: '上级',
  scene: '领域',
  form: '支部类型',
  founded: '成立日期',
  dissolved: '撤销日期',
  termStart: '换届日期',
  termLength: '任期',
  partyDay: '主题党日',
} as const

type Fact = keyof typeof FACTS

/** One branch of what several files say of it: the first that says a thing counts, and contradictions are told. */
export function mergedBranch([first, ...others]: readonly Branch[], problems: Problem[]): Branch {
  if (first === undefined) throw new RangeError('no branch to merge')
  return others.reduce((known, more) => merged(known, more, problems), first)
}

function merged(known: Branch, more: Branch, problems: Problem[]): Branch {
  tellNames(known, more, problems)
  const facts = Object.fromEntries(
    (Object.keys(FACTS) as Fact[]).map((fact) => [fact, factOf(fact, known, more, problems)]),
  )
  return {
    ...known,
    ...facts,
    formerNames: union(known.formerNames, more.formerNames, ({ value }) => value),
    secretaries: union(known.secretaries, more.secretaries, tenureForm),
    deputies: union(known.deputies, more.deputies, tenureForm),
    committee: unionOf(known.committee, more.committee, tenureForm),
    groups: unionOf(known.groups, more.groups, ({ name }: Group) => groupForm(name.value)),
    mergedFrom: union(known.mergedFrom, more.mergedFrom, ({ value }) => value),
    termExtension: known.termExtension ?? more.termExtension,
  }
}

function factOf(fact: Fact, known: Branch, more: Branch, problems: Problem[]): Located<unknown> | undefined {
  const [before, after] = [known[fact], more[fact]] as readonly [
    Located<unknown> | undefined,
    Located<unknown> | undefined,
  ]
  if (before === undefined || after === undefined) return before ?? after
  if (!isSame(before.value, after.value)) {
    problems.push({
      code: 'conflicting-fact',
      severity: 'warning',
      message: `「${known.name.value}」的${FACTS[fact]}两处写得不一样：「${said(before)}」和「${said(after)}」，按前一处读取；请核对后改成一致`,
      evidence: [evidence(before), evidence(after)],
    })
  }
  return before
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return plainName(a) === plainName(b)
  return JSON.stringify(a) === JSON.stringify(b)
}

function said({ value, raw }: Located<unknown>): string {
  return raw ?? String(value)
}

/** One 编号 with two names that are neither former nor a longer form of each other. */
function tellNames(known: Branch, more: Branch, problems: Problem[]): void {
  const names = new Set([known, more].flatMap(({ formerNames }) => formerNames.map(({ value }) => plainName(value))))
  const [before, after] = [plainName(known.name.value), plainName(more.name.value)]
  if (before === after || names.has(before) || names.has(after)) return
  problems.push({
    code: 'conflicting-name',
    severity: 'warning',
    message: `编号「${known.code?.value ?? ''}」有两个支部名称：「${known.name.value}」和「${more.name.value}」，按同一个支部读取；如是改名，请写明曾用名，如不是，请改正编号`,
    evidence: [evidence(known.name), evidence(more.name)],
  })
}

function tenureForm({ name, from, to }: Tenure): string {
  return [name.value, from ?? '', to ?? ''].join('\n')
}

function unionOf<T>(
  known: readonly T[] | undefined,
  more: readonly T[] | undefined,
  form: (value: T) => string,
): readonly T[] | undefined {
  return known === undefined || more === undefined ? (known ?? more) : union(known, more, form)
}

function union<T>(known: readonly T[], more: readonly T[], form: (value: T) => string): readonly T[] {
  if (more.length === 0) return known
  const forms = new Set(known.map(form))
  return [...known, ...more.filter((value) => !forms.has(form(value)))]
}
