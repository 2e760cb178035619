import * as z from 'zod'
import { bears, type DatedRecord } from '../../ledger/held.ts'
import { fullMembersOn } from '../../ledger/membership.ts'
import type { AgendaItem, Ledger, Vote } from '../../ledger/schema.ts'
import { evidence, evidenceAt } from '../../source/place.ts'
import { defineCheck, notEvaluated, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { castBallots, isBalanced, tallyOf } from './ballots.ts'
import { headcount } from './headcount.ts'
import { motionOf } from './motion.ts'
import { votersAt } from './voters.ts'

type Counted = AgendaItem & { readonly vote: Vote }

interface Ballot {
  readonly ledger: Ledger
  readonly record: DatedRecord
  readonly item: Counted
}

/** Each says what is wrong with a vote, or nothing. */
const FAULTS: readonly ((ballot: Ballot) => string | undefined)[] = [
  unbalanced,
  morePresentThanDue,
  moreReturnedThanIssued,
  moreBallotsThanVoters,
  moreVotersThanFullMembers,
  passedWithoutMajority,
]

export const vote = defineCheck({
  name: 'vote',
  summary: '核对表决票数是否相符、是否多于有表决权的人数，通过的事项赞成是否超过应到会有表决权党员的半数。',
  params: z.strictObject({}),
  *judge(ledger, _params, context): Iterable<Outcome> {
    for (const record of meetingsIn(ledger, context)) {
      if (!bears(record, '党员大会') && !bears(record, '支委会')) continue
      for (const item of record.agenda) {
        const motion = motionOf(item)
        if (!hasVote(item) || motion === undefined || motion === 'election') continue
        yield outcomeOf({ ledger, record, item })
      }
    }
  },
})

function hasVote(item: AgendaItem): item is Counted {
  return item.vote !== undefined
}

function outcomeOf(ballot: Ballot): Outcome {
  const { record, item } = ballot
  const faults = FAULTS.flatMap((fault) => fault(ballot) ?? [])
  if (faults.length === 0) {
    return isMajorityUnknown(ballot)
      ? notEvaluated(`${recordName(record)}的表决未写明应到会有表决权的党员人数`, record.key)
      : pass(record.key)
  }
  return {
    outcome: 'fail',
    subject: `${record.key} ${item.content.value}`,
    message: `${recordName(record)}表决“${item.content.value}”：${faults.join('；')}`,
    evidence: [evidence(item.content), evidenceAt(item.vote.at, `表决：${figures(item.vote)}`)],
  }
}

function unbalanced({ item }: Ballot): string | undefined {
  if (isBalanced(item.vote)) return undefined
  const { approve, against, abstain } = item.vote
  const parts = [
    ...(approve === undefined ? [] : [`赞成${approve.value}票`]),
    ...(against === undefined ? [] : [`反对${against.value}票`]),
    ...(abstain === undefined ? [] : [`弃权${abstain.value}票`]),
  ]
  return `${parts.join('、')}，合计${tallyOf(item.vote).sum}票，与${ballotsSaid(item.vote)}不符`
}

function morePresentThanDue({ item }: Ballot): string | undefined {
  const { due, present } = item.vote
  if (due === undefined || present === undefined || present.value <= due.value) return undefined
  return `到会有表决权的${present.value}人，多于应到的${due.value}人`
}

function moreReturnedThanIssued({ item }: Ballot): string | undefined {
  const { issued, returned } = item.vote
  if (issued === undefined || returned === undefined || returned.value <= issued.value) return undefined
  return `收回${returned.value}票，多于发出的${issued.value}票`
}

function moreBallotsThanVoters({ record, item }: Ballot): string | undefined {
  const present = item.vote.present?.value ?? headcount(record.attendance.votersPresent ?? record.attendance.present)
  const cast = castBallots(item.vote)
  const written = item.vote.written?.value ?? 0
  if (present === undefined || cast === undefined || cast <= present + written) return undefined
  const opinions = written > 0 ? `和书面意见${written}份` : ''
  return `表决票${cast}票，多于到会${present}人${opinions}`
}

/** 党章第七条: 预备党员 have no vote. */
function moreVotersThanFullMembers({ ledger, record, item }: Ballot): string | undefined {
  const full = fullMembersOn(ledger, record.date.value)?.length
  if (full === undefined || full === 0) return undefined
  const voters = Math.max(item.vote.due?.value ?? 0, item.vote.present?.value ?? 0, castBallots(item.vote) ?? 0)
  if (voters <= full) return undefined
  return `参加表决${voters}人，多于名册上当日的正式党员${full}人，预备党员没有表决权`
}

function passedWithoutMajority(ballot: Ballot): string | undefined {
  const { approve } = ballot.item.vote
  const due = votersDue(ballot)?.best
  if (approve === undefined || due === undefined || !isPassed(ballot) || 2 * approve.value > due) return undefined
  return `应到会有表决权的党员${due}人，赞成${approve.value}票，未超过半数而记为通过`
}

function isMajorityUnknown(ballot: Ballot): boolean {
  const { approve } = ballot.item.vote
  if (approve === undefined || !isPassed(ballot)) return false
  const due = votersDue(ballot)
  return due === undefined || 2 * approve.value <= due.worst
}

/** Those of the meeting who were due and have a vote: the most and the fewest that they may be. */
function votersDue({ ledger, record, item }: Ballot): { worst: number; best: number } | undefined {
  const given = item.vote.due?.value ?? headcount(record.attendance.votersDue)
  if (given !== undefined) return { worst: given, best: given }
  const voters = votersAt(ledger, record, item.vote)
  return voters && { worst: voters.worst.due, best: voters.best.due }
}

const REJECTED = /[未没不否]|暂缓/u
const PASSED = /通过|同意|赞成/u
const RESOLVED = /同意接收|同意.{0,12}转(?:为|成)?正|按期转正|表决通过|一致通过/u

/** In the 党员大会: as the vote's result says, else, where there is a single vote, as the decisions do. */
function isPassed({ record, item }: Ballot): boolean {
  if (!bears(record, '党员大会')) return false
  const { result } = item.vote
  if (result !== undefined) return PASSED.test(result.value) && !REJECTED.test(result.value)
  const isOnly = record.agenda.filter(hasVote).length === 1
  return isOnly && record.decisions.some(({ task }) => RESOLVED.test(task.value) && !REJECTED.test(task.value))
}

function figures(vote: Vote): string {
  const named: readonly (readonly [string, { readonly value: string | number } | undefined])[] = [
    ['应到', vote.due],
    ['实到', vote.present],
    ['发出', vote.issued],
    ['收回', vote.returned],
    ['有效', vote.valid],
    ['书面意见', vote.written],
    ['赞成', vote.approve],
    ['反对', vote.against],
    ['弃权', vote.abstain],
    ['结果', vote.result],
  ]
  return named.flatMap(([label, figure]) => (figure === undefined ? [] : [`${label}${figure.value}`])).join('，')
}

function ballotsSaid({ valid, returned }: Vote): string {
  const said = [
    ...(returned === undefined ? [] : [`收回${returned.value}票`]),
    ...(valid === undefined ? [] : [`有效${valid.value}票`]),
  ]
  return said.join('、')
}
