import * as z from 'zod'
import { isOver, PERIOD_UNITS, type Period, periodsEndingIn, periodsTouching } from '../../calendar/period.ts'
import { monthOf, type PlainDate } from '../../calendar/plain-date.ts'
import type { DateRange } from '../../calendar/range.ts'
import { type CheckContext, notDue, type Outcome } from '../contract.ts'

/** Parameters that every check of regularity takes. */
export const regularity = {
  /** 记录类型，会议或专项台账均可；写几种的，任一种都算。 */
  kind: z.union([z.string(), z.array(z.string()).min(1)]).transform((kind) => [kind].flat()),
  /** 以什么为一期：month 月、quarter 季度、half 半年、term 学期、year 年。 */
  per: z.enum(PERIOD_UNITS),
  /** 每期至少几次。 */
  atLeast: z.int().positive().default(1),
  /** 只在这些月份要求（如学校不含寒暑假）；不写则全年要求。 */
  months: z.array(z.int().min(1).max(12)).min(1).optional(),
  /** 整本台账从未出现这类记录时：finding 列一条问题请核实，unknown 不作判断，unknown-in-tables 只交表格的不作判断。 */
  neverListed: z.enum(['finding', 'unknown', 'unknown-in-tables']).default('finding'),
}
const Regularity = z.strictObject(regularity)
export type Regularity = z.infer<typeof Regularity>

/** A period in which something is demanded. */
export interface DemandedPeriod extends Period {
  readonly isOver: boolean
}

/** The periods whose last day is examined, which lie wholly in `life` and in one of the months of the demand. */
export function demandedPeriods(
  { per, months }: Pick<Regularity, 'per' | 'months'>,
  life: DateRange,
  { period: examined, asOf, graceDays }: CheckContext,
): DemandedPeriod[] {
  return periodsEndingIn(examined, per)
    .filter((period) => isWithin(period, life) && isInMonths(period, months))
    .map((period) => ({ ...period, isOver: isOver(period, asOf, graceDays) }))
}

/** The life from a later first day on, where there is one. */
export function lifeFrom(life: DateRange, from: PlainDate | undefined): DateRange {
  return from === undefined || from <= life.from ? life : { from, to: life.to }
}

const UNIT_NAMES = { month: '月份', quarter: '季度', half: '半年', term: '学期', year: '年度' } as const

/** Where the days examined hold the end of no such period. */
export function nothingDue({ per }: Pick<Regularity, 'per'>): Outcome {
  return notDue(undefined, `检查期内没有满期的${UNIT_NAMES[per]}`)
}

function isWithin(period: DateRange, life: DateRange): boolean {
  return life.from <= period.from && period.to <= life.to
}

function isInMonths(period: Period, months: readonly number[] | undefined): boolean {
  return months === undefined || periodsTouching(period, 'month').some(({ from }) => months.includes(monthOf(from)))
}
