import { contains, type DateRange } from '../../calendar/range.ts'
import { committeeOn } from '../../ledger/branch-life.ts'
import { bears, type DatedRecord, isHeld } from '../../ledger/held.ts'
import { isEverybody } from '../../ledger/named-people.ts'
import type { AgendaItem, Ledger } from '../../ledger/schema.ts'
import type { CheckContext } from '../contract.ts'

/** Two people who talked, and whom the branch's committee was on that day. */
export interface TalkPair {
  readonly a: string
  readonly b: string
  readonly committee: readonly string[]
}

const TALK = /谈心|谈话|交心/u
/** An item that only plans or sums up talks is none. */
const ONLY_ABOUT_IT = /部署|安排|布置|要求|方案|通知|通报|计划|学习|总结|汇报.*情况|听取/u

/** Every two people who talked in the range, by the register, by meetings of the kind and by items that tell of one. */
export function talkPairs(ledger: Ledger, kind: string, range: DateRange, { asOf }: CheckContext): TalkPair[] {
  const held = ledger.records.filter(
    (record): record is DatedRecord => isHeld(record, asOf) && contains(range, record.date.value),
  )
  const everybody = namesOf(ledger)
  return held.flatMap((record) => {
    const committee = committeeOn(ledger.branch, record.date.value)
    const pairs = bears(record, kind) ? pairsOfEntry(record, everybody) : []
    const inItems = record.agenda.filter(isTalk).flatMap((item) => pairsAmong(named(item, everybody)))
    return [...pairs, ...inItems].map(([a, b]) => ({ a, b, committee }))
  })
}

export function haveTalked(pairs: readonly TalkPair[], one: string, other: string): boolean {
  return pairs.some(({ a, b }) => (a === one && b === other) || (a === other && b === one))
}

/** Whether somebody who was on the committee that day talked with this member. */
export function committeeTalkedWith(pairs: readonly TalkPair[], member: string): boolean {
  return pairs.some(
    ({ a, b, committee }) => (a === member && committee.includes(b)) || (b === member && committee.includes(a)),
  )
}

type Two = readonly [string, string]

function pairsOfEntry({ people, counterparts, ...record }: DatedRecord, everybody: readonly string[]): Two[] {
  const speakers = people.flatMap(({ value }) => expanded(value, everybody))
  const others = counterparts.flatMap(({ value }) => expanded(value, everybody))
  if (others.length > 0) return speakers.flatMap((a) => others.map((b): Two => [a, b]))
  if (speakers.length > 1) return pairsAmong(speakers)
  const text = [record.title, record.content, record.minutes, record.chair].map((one) => one?.value ?? '').join('\n')
  return pairsAmong([...new Set([...speakers, ...everybody.filter((name) => text.includes(name))])])
}

function pairsAmong(names: readonly string[]): Two[] {
  return names.flatMap((a, at) => names.slice(at + 1).map((b): Two => [a, b]))
}

function expanded(value: string, everybody: readonly string[]): readonly string[] {
  return isEverybody(value) ? everybody : [value.replace(/[（(].*$/u, '').trim()]
}

function isTalk({ content }: AgendaItem): boolean {
  return TALK.test(content.value) && !ONLY_ABOUT_IT.test(content.value)
}

function named({ content, speeches }: AgendaItem, everybody: readonly string[]): string[] {
  const text = [content.value, ...speeches.flatMap(({ name }) => name?.value ?? [])].join('\n')
  return everybody.filter((name) => text.includes(name))
}

function namesOf({ branch, members = [] }: Ledger): string[] {
  const offices = [...branch.secretaries, ...branch.deputies, ...(branch.committee ?? [])]
  return [...new Set([...offices, ...members].map(({ name }) => name.value))]
}
