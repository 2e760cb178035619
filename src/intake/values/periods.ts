import { parsePeriod } from '../../calendar/period.ts'
import { fold } from './fold.ts'

export interface PeriodMatch {
  /** `2026-03`, `2026Q1`, `2026H1`, `2025T1`, `2026`. */
  readonly id: string
  readonly yearGuessed?: true
  readonly end: number
}

const ORDINALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 上: 1, 下: 2 }
const YEAR = '(?<y>(?:19|20)\\d{2})'
const SOME_YEAR = `(?:${YEAR}\\s*年?度?\\s*|[今本当]年)?`

interface PeriodForm {
  readonly pattern: RegExp
  readonly id: (year: number, number: number) => string
}

/** The forms in which periods are written; texts come folded and in Arabic digits. */
const FORMS: readonly PeriodForm[] = [
  {
    pattern: /^(?<y>\d{4})-\d{4}\s*学年度?\s*第?(?<n>[一二上下12])学期/u,
    id: (year, term) => (term === 1 ? `${year}T1` : `${year + 1}T2`),
  },
  { pattern: new RegExp(`^${SOME_YEAR}第?(?<n>[一二三四1-4])\\s*季度?`, 'u'), id: (year, n) => `${year}Q${n}` },
  { pattern: new RegExp(`^${YEAR}\\s*[-年]?\\s*[Qq](?<n>[1-4])`, 'u'), id: (year, n) => `${year}Q${n}` },
  { pattern: new RegExp(`^${SOME_YEAR}(?<n>[上下])半年`, 'u'), id: (year, n) => `${year}H${n}` },
  { pattern: new RegExp(`^${YEAR}\\s*[-年]?\\s*[Hh](?<n>[12])`, 'u'), id: (year, n) => `${year}H${n}` },
  { pattern: new RegExp(`^${YEAR}\\s*[-/.年]\\s*(?<n>\\d{1,2})(?!\\d)(?:\\s*月份?)?`, 'u'), id: monthId },
  { pattern: new RegExp(`^${YEAR}(?<n>0[1-9]|1[0-2])(?!\\d)`, 'u'), id: monthId },
  { pattern: /^(?:[今本当]年)?(?<n>\d{1,2})\s*月份?/u, id: monthId },
  { pattern: new RegExp(`^${YEAR}(?!\\d)\\s*(?:年度?)?`, 'u'), id: (year) => String(year) },
]

/** The period that a folded text begins with; `year` stands in where the text names none. */
export function matchPeriod(folded: string, year: number | undefined): PeriodMatch | undefined {
  for (const { pattern, id } of FORMS) {
    const match = pattern.exec(folded)
    if (!match) continue
    const { y, n } = match.groups ?? {}
    const inYear = y === undefined ? year : Number(y)
    if (inYear === undefined) return undefined
    const found = id(inYear, n === undefined ? 0 : (ORDINALS[n] ?? Number(n)))
    if (!isPeriod(found)) continue
    return { id: found, ...(y === undefined && { yearGuessed: true as const }), end: match[0].length }
  }
  return undefined
}

function isPeriod(id: string): boolean {
  return parsePeriod(id) !== undefined
}

function monthId(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

/** What a period may be told for: 2月支委会. */
const MEETING = /^(?:的|应开|未开|会议|党员大会|党课|支委会|党小组会|主题党日)*$/u

/** The id of the period that a text names and nothing else; `year` stands in where it names none. */
export function readPeriod(text: string, year?: number): string | undefined {
  const folded = fold(text).trim()
  if (isPeriod(folded)) return folded
  const named = folded.replace(/^补开?/u, '')
  const match = matchPeriod(named, year)
  return match !== undefined && MEETING.test(named.slice(match.end)) ? match.id : undefined
}
