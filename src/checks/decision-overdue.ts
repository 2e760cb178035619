import * as z from 'zod'
import { contains } from '../calendar/range.ts'
import { type DatedRecord, isHeld } from '../ledger/held.ts'
import type { Decision, Ledger } from '../ledger/schema.ts'
import { type Evidence, evidence } from '../source/place.ts'
import { type CheckContext, defineCheck, notDue, type Outcome, pass } from './contract.ts'
import { decisionSubject } from './decision-subject.ts'
import { keyWords, speaksOf, wordingOf } from './mentions.ts'
import { recordName } from './record-name.ts'

/** Days past the deadline are the measure. */
export const decisionOverdue = defineCheck({
  name: 'decision-overdue',
  summary: '时限已过的议定事项，本条和以后的记录中有没有落实情况。',
  params: z.strictObject({}),
  *judge(ledger, _params, context): Iterable<Outcome> {
    for (const record of ledger.records) {
      if (!isHeld(record, context.asOf)) continue
      for (const decision of record.decisions) yield* outcomeOf(ledger, record, decision, context)
    }
  },
})

function* outcomeOf(
  ledger: Ledger,
  record: DatedRecord,
  decision: Decision,
  { asOf, period }: CheckContext,
): Iterable<Outcome> {
  const { deadline, result, task, owner } = decision
  const subject = decisionSubject(record, decision)
  if (deadline === undefined) return
  if (!isOpen(result?.value) && contains(period, deadline.value)) yield pass(subject)
  if (!isOpen(result?.value)) return
  if (deadline.value >= asOf) {
    yield notDue(subject)
    return
  }
  if (!contains(period, deadline.value)) return
  const words = keyWords(task.value)
  if (ledger.records.some((later) => isLaterMention(later, record, words, owner?.value, asOf))) {
    yield pass(subject)
    return
  }
  const state = result === undefined ? '台账未见落实情况' : `落实情况只记为“${result.value}”`
  const sought = words.length === 0 ? '' : `（查找：${words.join('、')}）`
  yield {
    outcome: 'fail',
    subject,
    message: `${recordName(record)}议定事项“${task.value}”时限${deadline.value}已过，${state}，以后的记录中也未见提及${sought}`,
    evidence: evidenceOf(decision),
  }
}

/** Nothing said of the outcome, or only that it is not there yet. */
const UNDONE =
  /^(?:未|没有?|尚未|还未|待|暂未|正在|进行中|推进中|办理中|整改中|落实中|实施中|无$|[-—/]+$)|(?:进行|推进|办理|整改|落实|实施)中$/u

function isOpen(result: string | undefined): boolean {
  const text = result?.trim() ?? ''
  return text === '' || UNDONE.test(text)
}

function isLaterMention(
  later: Ledger['records'][number],
  { date, key }: DatedRecord,
  words: readonly string[],
  owner: string | undefined,
  asOf: DatedRecord['date']['value'],
): boolean {
  if (!isHeld(later, asOf) || later.key === key || later.date.value < date.value) return false
  return speaksOf(wordingOf(later), words, owner)
}

function evidenceOf({ task, deadline, result }: Decision): Evidence[] {
  return [task, deadline, result].flatMap((value) => (value === undefined ? [] : [evidence(value)]))
}
