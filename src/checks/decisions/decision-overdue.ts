import * as z from 'zod'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import { type DatedRecord, isHeld } from '../../ledger/held.ts'
import { isIllegible } from '../../ledger/illegible.ts'
import type { Decision } from '../../ledger/schema.ts'
import { type Evidence, evidence } from '../../source/place.ts'
import { defineCheck, notDue, type Outcome, pass } from '../contract.ts'
import { recordName } from '../record-name.ts'
import { wordingOf } from '../records/record-texts.ts'
import { decisionSubject } from './decision-subject.ts'
import { keyWords, speaksOf } from './mentions.ts'

export const decisionOverdue = defineCheck({
  name: 'decision-overdue',
  summary: '时限已过的议定事项，本条和以后的记录中有没有落实情况。',
  params: z.strictObject({}),
  *judge(ledger, _params, { asOf, period }): Iterable<Outcome> {
    const held = ledger.records.filter((record): record is DatedRecord => isHeld(record, asOf))
    const overdue: OpenDecision[] = []
    for (const record of held) {
      if (isIllegible(record, ['decisionResult'])) continue
      for (const decision of record.decisions) {
        const due = decision.deadline?.value
        if (due === undefined || !(contains(period, due) || !asOf.isPast(due))) continue
        if (!isOpen(decision)) yield pass(record.key)
        else if (!asOf.isPast(due)) yield notDue(record.key)
        else overdue.push({ record, decision, due })
      }
    }
    if (overdue.length === 0) return
    const told = held.map((record) => ({ record, wording: wordingOf(record) }))
    for (const one of overdue) yield outcomeOf(one, told)
  },
})

interface OpenDecision {
  readonly record: DatedRecord
  readonly decision: Decision
  readonly due: PlainDate
}

interface ToldRecord {
  readonly record: DatedRecord
  readonly wording: string
}

/** Any later record that speaks of the matter counts: people seldom enter results where the task stands. */
function outcomeOf({ record, decision, due }: OpenDecision, told: readonly ToldRecord[]): Outcome {
  const { task, owner, result } = decision
  const subject = decisionSubject(record, decision)
  const words = keyWords(task.value)
  const later = told.filter((one) => one.record.key !== record.key && one.record.date.value >= record.date.value)
  if (later.some(({ wording }) => speaksOf(wording, words, owner?.value))) return pass(subject)
  const state = result === undefined ? '台账未见落实情况' : `落实情况只记为“${result.value}”`
  const sought = words.length === 0 ? '' : `，以后的记录中也未见提及（查找：${words.join('、')}）`
  return {
    outcome: 'fail',
    subject,
    message: `${recordName(record)}议定事项“${task.value}”时限${due}已过，${state}${sought}`,
    evidence: evidenceOf(decision),
  }
}

/** Nothing said of the outcome, or only that it is not there yet. */
const UNDONE =
  /^(?:未|没有?|尚未|还未|待|暂未|正在|进行中|推进中|办理中|整改中|落实中|实施中|无$|[-—/]+$)|(?:进行|推进|办理|整改|落实|实施)中$/u

function isOpen({ result }: Decision): boolean {
  const said = result?.value.trim() ?? ''
  return said === '' || UNDONE.test(said)
}

function evidenceOf({ task, deadline, result }: Decision): Evidence[] {
  return [task, deadline, result].flatMap((value) => (value === undefined ? [] : [evidence(value)]))
}
