import { periodLabel } from '../../calendar/period.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { type CheckContext, notDue, notEvaluated, type Outcome } from '../contract.ts'
import { fullNames } from '../kind-names.ts'
import type { DemandedPeriod, Regularity } from './demand.ts'
import { lostIn } from './lost.ts'
import { monthsUnknown, unknownReason } from './reach.ts'
import { absenceOf } from './series.ts'

/** A kind that the whole ledger never mentions has one cause, and is told once. */
export function neverListed(
  ledger: Ledger,
  { kind, neverListed: policy }: Pick<Regularity, 'kind' | 'neverListed'>,
  periods: readonly DemandedPeriod[],
  { period: examined }: CheckContext,
): Outcome {
  const name = fullNames(kind)
  const over = periods.filter(({ isOver }) => isOver)
  if (over.length === 0) return notDue(periods[0]?.id)
  if (mayStandElsewhere(ledger, policy)) return notEvaluated(`台账从未登记${name}，无法判断是否另有台账`)
  const known = over.filter((period) => monthsUnknown(ledger, period, examined).length === 0)
  const [first] = known
  if (first === undefined) {
    const months = over.flatMap((period) => monthsUnknown(ledger, period, examined))
    return notEvaluated(`${unknownReason(months)}，无法判断有没有${name}`)
  }
  const [lost] = known.flatMap((period) => lostIn(ledger, name, period) ?? [])
  if (lost !== undefined) return notEvaluated(`${lost}，无法判断有没有${name}`)
  const when = known.length === 1 ? periodLabel(first) : ''
  return {
    outcome: 'fail',
    subject: known.length === 1 ? first.id : kind.join('、'),
    message: `台账未见${when}${name}记录，整本台账没有一次${name}，请核实是否漏交`,
    evidence: [absenceOf(ledger)],
    data: { periods: known.map(({ id }) => id), count: 0 },
  }
}

/** Whether such entries may well be kept in a file that was not handed in. */
export function mayStandElsewhere({ origins }: Ledger, policy: Regularity['neverListed']): boolean {
  if (policy === 'unknown-in-tables') return !origins.includes('yaml')
  return policy === 'unknown'
}
