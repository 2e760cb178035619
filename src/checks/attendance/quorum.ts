import * as z from 'zod'
import { bears, type DatedRecord } from '../../ledger/held.ts'
import type { Ledger, Vote } from '../../ledger/schema.ts'
import { type Evidence, evidence, evidenceAt, type Located } from '../../source/place.ts'
import { defineCheck, notEvaluated, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { committeeTurnout } from './committee-turnout.ts'
import { headcountEvidence } from './headcount.ts'
import { type Motion, motionIn, motionOf } from './motion.ts'
import { type Voters, type VoterTurnout, votersAt } from './voters.ts'

interface Quorum {
  readonly isMet: (turnout: VoterTurnout, written: number) => boolean
  readonly falls: string
}

/** 支部工作条例第十一条 (half or more), 发展党员工作细则 (more than half, written opinions count), 选举工作条例 (four fifths). */
const QUORUMS: Readonly<Record<Motion, Quorum>> = {
  resolution: { isMet: ({ due, present }) => 2 * present >= due, falls: '未达到半数' },
  admission: { isMet: ({ due, present }, written) => 2 * (present + written) > due, falls: '未超过半数' },
  election: { isMet: ({ due, present }) => 5 * present >= 4 * due, falls: '未达到五分之四' },
}
const STRICTEST_FIRST: readonly Motion[] = ['election', 'admission', 'resolution']

/** What a rule calls the cases, each of which rests on a document of its own. */
const CASES = { resolution: '表决', admission: '发展党员', election: '选举', committee: '支委会' } as const

export const quorum = defineCheck({
  name: 'quorum',
  summary: '核对有表决的党员大会和支委会，到会的有表决权的人数是否达到规定。',
  params: z.strictObject({}),
  cases: Object.values(CASES),
  *judge(ledger, _params, context): Iterable<Outcome> {
    for (const record of meetingsIn(ledger, context)) {
      if (bears(record, '支委会')) yield committeeQuorum(ledger, record)
      if (bears(record, '党员大会')) {
        for (const matter of votedMatters(record)) yield assemblyQuorum(ledger, record, matter)
      }
    }
  },
})

interface VotedMatter {
  readonly content: Located<string>
  readonly vote?: Vote | undefined
  readonly motion: Motion
}

/** Those with figures of their own, and of the others, which share the meeting's attendance, the one that asks most. */
function votedMatters({ agenda, decisions }: DatedRecord): VotedMatter[] {
  const items = agenda.flatMap((item) => votedMatter(item.content, motionOf(item), item.vote))
  const voted = items.length > 0 ? items : decisions.flatMap(({ task }) => votedMatter(task, motionIn(task.value)))
  const counted = voted.filter(({ vote }) => vote?.present !== undefined)
  const others = voted.filter(({ vote }) => vote?.present === undefined)
  const strictest = STRICTEST_FIRST.flatMap((motion) => others.find((one) => one.motion === motion) ?? [])
  return [...counted, ...strictest.slice(0, 1)]
}

function votedMatter(content: Located<string>, motion: Motion | undefined, vote?: Vote): VotedMatter[] {
  return motion === undefined ? [] : [{ content, motion, vote }]
}

function assemblyQuorum(ledger: Ledger, record: DatedRecord, matter: VotedMatter): Outcome {
  const { content, vote, motion } = matter
  const voters = votersAt(ledger, record, vote)
  if (voters === undefined) return notEvaluated(`${recordName(record)}有表决，未写明应到、实到人数`, record.key)
  const { isMet, falls } = QUORUMS[motion]
  const written = vote?.written?.value ?? 0
  if (isMet(voters.worst, written)) return pass(record.key)
  if (isMet(voters.best, written)) {
    return notEvaluated(`${recordName(record)}有表决，未写明有表决权的党员应到、到会人数`, record.key)
  }
  if (motion === 'election' && isMet({ ...voters.best, due: voters.best.due - voters.excused }, written)) {
    return notEvaluated(`${recordName(record)}有选举，未写明应到人数是否已扣除流动、外出等不计入的党员`, record.key)
  }
  return {
    outcome: 'fail',
    case: CASES[motion],
    subject: record.key,
    message: `${recordName(record)}表决“${content.value}”时，${saidOf(voters, written)}，${falls}`,
    evidence: evidenceOf(record, matter),
    data: { due: voters.best.due, present: voters.best.present, written },
  }
}

function saidOf({ worst, best }: Voters, written: number): string {
  const opinions = written > 0 ? `，另有书面意见${written}份` : ''
  const isKnown = worst.due === best.due && worst.present === best.present
  const figures = `有表决权的党员应到${best.due}人、到会${best.present}人${opinions}`
  return isKnown ? figures : `按最宽口径计${figures}`
}

function evidenceOf({ attendance }: DatedRecord, { content, vote }: VotedMatter): Evidence[] {
  if (vote?.due !== undefined && vote.present !== undefined) {
    return [evidenceAt(vote.at, `表决：应到${vote.due.value}人，实到${vote.present.value}人`)]
  }
  return [
    evidence(content),
    ...headcountEvidence('应到', attendance.votersDue ?? attendance.due),
    ...headcountEvidence('实到', attendance.votersPresent ?? attendance.present),
  ]
}

function committeeQuorum(ledger: Ledger, record: DatedRecord): Outcome {
  const turnout = committeeTurnout(ledger, record)
  if (turnout === undefined) return notEvaluated(`${recordName(record)}未写明应到、实到委员`, record.key)
  const { committee, atLeast, atMost } = turnout
  if (2 * atLeast >= committee) return pass(record.key)
  if (2 * atMost >= committee) return notEvaluated(`${recordName(record)}未写明到会人员中有哪些委员`, record.key)
  return {
    outcome: 'fail',
    case: CASES.committee,
    subject: record.key,
    message: `${recordName(record)}：委员${committee}人，到会${atMost}人，未达到半数`,
    evidence: [
      ...headcountEvidence('应到', record.attendance.due),
      ...headcountEvidence('实到', record.attendance.present),
    ],
    data: { committee, present: atMost },
  }
}
