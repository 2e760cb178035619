import type { Absences, Count } from '../../ledger/schema.ts'
import { type Evidence, evidenceAt, type Located } from '../../source/place.ts'

/** How many people the ledger gives: its number, else as many as it names. */
export function headcount(given: Count | Absences | undefined): number | undefined {
  return given?.number?.value ?? namesIn(given)?.length
}

const ABOUT = /约|近|左右|上下|[余多几]人/u

/** Whether the ledger gives the number only roughly (约35人), so that nothing can be reckoned with it. */
export function isRough(given: Count | Absences | undefined): boolean {
  return ABOUT.test(given?.number?.raw ?? '')
}

/** The people that the ledger names, as it names them. */
export function namesIn(given: Count | Absences | undefined): readonly Located<string>[] | undefined {
  if (given === undefined) return undefined
  return 'list' in given ? given.list?.map(({ name }) => name) : 'names' in given ? given.names : undefined
}

/** Points at a headcount and quotes it with its label: `实到：29人`. */
export function headcountEvidence(label: string, given: Count | Absences | undefined): Evidence[] {
  if (given === undefined) return []
  const names = namesIn(given)?.map(({ value }) => value)
  const people = given.number === undefined ? (names ?? []).join('、') : `${given.number.value}人`
  return [evidenceAt(given.number?.at ?? given.at, `${label}：${people}`)]
}
