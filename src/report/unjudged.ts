import type { Verdict } from '../engine/finding.ts'

/** Demands with one reason, which is empty where none was given. */
export interface UnjudgedGroup {
  readonly reason: string
  readonly titles: readonly string[]
}

/** Between the reasons of one verdict, and between the clauses of a reason: the first says what is wanting. */
const REASON_END = '；'
const CLAUSE_END = '，'
/** Of so many reasons of one verdict nobody reads more; the JSON report has all. */
const SHOWN_REASONS = 3
/** Of so many demands with one reason nobody reads each title. */
const SHOWN_TITLES = 12
/** `台账没有登记党费，无法判断是否另有台账`: what is not kept differs, and nothing else. */
const NOT_KEPT = /^(台账(?:没有|从未)登记)([^，；]+)(，[^，；]+)$/u

/** What was not judged, told once for all demands that want the same of the ledger. */
export function unjudgedGroups(verdicts: readonly Verdict[], titleOf: (rule: string) => string): UnjudgedGroup[] {
  const wanting = new Map<string, { reasons: Set<string>; titles: string[] }>()
  for (const { rule, reason = '' } of verdicts) {
    const key = wantOf(reason)
    const group = wanting.get(key) ?? { reasons: new Set(), titles: [] }
    wanting.set(key, group)
    group.reasons.add(reason)
    group.titles.push(titleOf(rule))
  }
  return Array.from(wanting.values(), ({ reasons, titles }) => ({ reason: toldTogether([...reasons]), titles }))
}

/** `台账没有写明支部的领域：四议两公开按顺序进行；…… 等58项`. */
export function groupLabel({ reason, titles }: UnjudgedGroup): string {
  const listed = titles.slice(0, SHOWN_TITLES).join('；')
  const told = titles.length > SHOWN_TITLES ? `${listed} 等${titles.length}项` : listed
  return reason === '' ? told : `${reason}：${told}`
}

/** What of a reason is alike where the same is wanting. */
function wantOf(reason: string): string {
  if (reason.includes(REASON_END)) return reason
  const [, head, , tail] = NOT_KEPT.exec(reason) ?? []
  return head === undefined || tail === undefined ? firstClauses(reason, 1) : `${head}${tail}`
}

function toldTogether([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return shortened(first)
  const kept = [first, ...others].map((reason) => NOT_KEPT.exec(reason)?.[2])
  if (!kept.includes(undefined)) return first.replace(NOT_KEPT, `$1${kept.join('、')}$3`)
  const clauses = first.split(CLAUSE_END).length
  const alike = (count: number) => others.every((other) => firstClauses(other, count) === firstClauses(first, count))
  let shared = 1
  while (shared < clauses && alike(shared + 1)) shared += 1
  return firstClauses(first, shared)
}

function firstClauses(reason: string, count: number): string {
  return reason.split(CLAUSE_END, count).join(CLAUSE_END)
}

function shortened(reason: string): string {
  const reasons = reason.split(REASON_END)
  if (reasons.length <= SHOWN_REASONS) return reason
  return `${reasons.slice(0, SHOWN_REASONS).join(REASON_END)}${REASON_END}共${reasons.length}处`
}
