import * as z from 'zod'
import { contains } from '../../calendar/range.ts'
import { type Evidence, evidenceAt } from '../../source/place.ts'
import {
  type BranchOutcome,
  type ConcludeContext,
  defineCheck,
  type LedgerFacts,
  notApplicable,
  notEvaluated,
  pass,
} from '../contract.ts'
import { Appearances } from './appearances.ts'
import { type AbsentFact, type ClashFact, clashFacts, type MeetingFact, type PersonFact } from './clash-facts.ts'
import { grouped } from './grouped.ts'

/** Two meetings at one time in two places, and who is named at both. */
interface Clash {
  readonly first: MeetingFact
  readonly second: MeetingFact
  readonly people: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** People whom a message names. */
const NAMED = 3

export const clash = defineCheck({
  name: 'clash',
  summary: '核对有没有同一个人同一时间在两处开会、请假缺席的人又主持发言、同一场所时间冲突。',
  params: z.strictObject({}),
  collect: (ledger) => clashFacts(ledger),
  *concludeLedgers(
    ledgers: readonly LedgerFacts<ClashFact>[],
    _params,
    context: ConcludeContext,
  ): Iterable<BranchOutcome> {
    const appearances = new Appearances()
    for (const { facts } of ledgers) {
      const meetings = examinedMeetings(facts, context)
      appearances.add(meetings)
      for (const one of clashesWithin(meetings)) yield* clashOutcomes(one)
      for (const fact of facts) if (fact.type === 'absent' && isExamined(fact, context)) yield absentOutcome(fact)
      yield* roomNotes(meetings)
      for (const fact of facts) if (fact.type === 'branch') yield verdictOn(fact, meetings.length > 0, context)
    }
    const inSeveral = appearances.inSeveral()
    if (inSeveral.size === 0) return
    const meetings = ledgers.flatMap(({ facts }) => inSeveral.pick(examinedMeetings(facts, context)))
    for (const one of clashesAcross(meetings)) yield* clashOutcomes(one)
  },
})

function examinedMeetings(facts: readonly ClashFact[], context: ConcludeContext): MeetingFact[] {
  return facts.filter((fact) => fact.type === 'meeting').filter((fact) => isExamined(fact, context))
}

function isExamined({ date }: { date: MeetingFact['date'] }, { asOf, period }: ConcludeContext): boolean {
  return asOf.hasCome(date) && contains(period, date)
}

function verdictOn(
  { branch, meetings }: Extract<ClashFact, { type: 'branch' }>,
  isComparable: boolean,
  context: ConcludeContext,
): BranchOutcome {
  if (isComparable) return { branch, ...pass() }
  if (!meetings.some((date) => isExamined({ date }, context)))
    return { branch, ...notApplicable('检查期内没有会议记录') }
  return { branch, ...notEvaluated('会议记录没有写明起止时间和地点，无法核对时间冲突') }
}

/** Of one branch a name is enough: names that two members share have been left out. */
function clashesWithin(meetings: readonly MeetingFact[]): Clash[] {
  return clashesBy(meetings, ({ name }) => name)
}

function clashesAcross(meetings: readonly MeetingFact[]): Clash[] {
  return clashesBy(meetings, ({ identity }) => identity).filter(({ first, second }) => first.branch !== second.branch)
}

function clashesBy(meetings: readonly MeetingFact[], keyOf: (person: PersonFact) => string | undefined): Clash[] {
  const appearances = meetings.flatMap((meeting) =>
    meeting.people.flatMap((person) => {
      const key = keyOf(person)
      return key === undefined ? [] : [{ key: `${meeting.date}\n${key}`, meeting, person }]
    }),
  )
  const shared = [...grouped(appearances, ({ key }) => key).values()].flatMap((same) =>
    pairsOf(same)
      .filter(([a, b]) => isElsewhere(a.meeting, b.meeting))
      .map(([a, b]) => ({ pair: [idOf(a.meeting), idOf(b.meeting)].join('\n'), a, b })),
  )
  return [...grouped(shared, ({ pair }) => pair).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const people = same.map(({ a }) => a.person.name)
    const evidence = [first.a, first.b].flatMap(({ meeting, person }) => [
      meeting.at,
      evidenceAt(person.at, `${person.what}：${person.name}`),
    ])
    return [{ first: first.a.meeting, second: first.b.meeting, people, evidence }]
  })
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]))
}

function idOf({ branch, record }: MeetingFact): string {
  return `${branch}\n${record}`
}

/** At the same time, and not the same meeting told in other words or entered by each of those who held it together. */
function isElsewhere(a: MeetingFact, b: MeetingFact): boolean {
  return overlaps(a, b) && !isSamePlace(a, b) && !isSameMeeting(a, b)
}

function overlaps(a: MeetingFact, b: MeetingFact): boolean {
  return a.start < b.end && b.start < a.end
}

function isSamePlace({ place: a }: MeetingFact, { place: b }: MeetingFact): boolean {
  return a.includes(b) || b.includes(a)
}

function isSameMeeting(a: MeetingFact, b: MeetingFact): boolean {
  if (a.heldWith.includes(b.branchName) || b.heldWith.includes(a.branchName)) return true
  return a.title !== '' && a.title === b.title && a.start === b.start
}

function* clashOutcomes({ first, second, people, evidence }: Clash): Iterable<BranchOutcome> {
  const who = `${people.slice(0, NAMED).join('、')}${people.length > NAMED ? `等${people.length}人` : ''}`
  const sides =
    first.branch === second.branch ? [[first, second] as const] : [[first, second] as const, [second, first] as const]
  for (const [own, other] of sides) {
    const elsewhere = own.branch === other.branch ? other.name : `${other.branchName}的${other.name}`
    yield {
      branch: own.branch,
      outcome: 'fail',
      subject: [own.record, ...(own.branch === other.branch ? [] : [other.branchName]), other.record].join(' '),
      message: `疑似同一时间在两处：${who}既在${own.name}，又在${elsewhere}，两会时间重叠、地点不同，请核对原始记录`,
      evidence,
      data: { people: [...people] },
    }
  }
}

function absentOutcome({ branch, record, name, person, deeds, evidence }: AbsentFact): BranchOutcome {
  const [called, ...done] = deeds
  return {
    branch,
    outcome: 'fail',
    subject: `${record} ${person}`,
    message: `疑似记录矛盾：${name}登记${person}${called}，又写明由其${done.join('、')}，请核对原始记录`,
    evidence,
  }
}

/** One room for two meetings that neither are one within the other nor groups that sat side by side. */
function* roomNotes(meetings: readonly MeetingFact[]): Iterable<BranchOutcome> {
  for (const sameDay of grouped(meetings, ({ branch, date }) => `${branch}\n${date}`).values()) {
    for (const [a, b] of pairsOf(sameDay)) {
      if (a.place !== b.place || !overlaps(a, b) || isNested(a, b) || isSameMeeting(a, b)) continue
      if (a.isGroupMeeting && b.isGroupMeeting) continue
      yield {
        branch: a.branch,
        outcome: 'note',
        subject: `${a.record} ${b.record}`,
        message: `${a.name}与${b.name}登记在同一地点，时间有重叠，请核对起止时间`,
        evidence: [a.at, b.at],
      }
    }
  }
}

function isNested(a: MeetingFact, b: MeetingFact): boolean {
  return (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end)
}
