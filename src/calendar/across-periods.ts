import { type Period, periodLabel, periodNamed } from './period.ts'
import { periodsLabel } from './period-list.ts'

/** A sentence about one period, apart from the period. */
export interface PeriodicSentence {
  readonly shape: string
  readonly period: Period
}

/** Stands for a period in the shape of a sentence; no clean text can hold it. */
const PERIOD = '\u0000'

/** Takes out of a sentence the period that its subject names, by itself or before a group or member (`2026-05 第一党小组`). */
export function periodicSentence(sentence: string, subject: string): PeriodicSentence | undefined {
  const period = periodNamed(subject.split(' ', 1).join(''))
  if (period === undefined) return undefined
  const shape = sentence.replaceAll(periodLabel(period), PERIOD)
  return shape === sentence ? undefined : { shape, period }
}

/** The sentence over all of the periods: `台账未见2026年4、5、7月支部委员会会议记录`. */
export function acrossPeriods(shape: string, periods: readonly Period[]): string {
  return shape.replaceAll(PERIOD, periodsLabel(periods))
}
