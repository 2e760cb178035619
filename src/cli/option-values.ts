import { parseRange } from '../calendar/period.ts'
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import type { DateRange } from '../calendar/range.ts'
import { UsageError } from './exit.ts'

/** Options that are given several times, each adding to the list. */
export function repeated(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

export function dateValue(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === undefined) throw new UsageError(`日期“${text}”写法不对或不存在，应形如 2026-10-31`)
  return date
}

export function periodValue(text: string): DateRange {
  const range = parseRange(text)
  if (range === undefined) {
    throw new UsageError(`检查期“${text}”写法不对，应形如 2026、2026Q1、2026-03 或 2026-01..2026-06`)
  }
  return range
}

/** Reads an option that counts something, from 1 on. */
export function wholeNumber(option: string): (text: string) => number {
  return (text) => {
    if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError(`${option} 应写一个正整数，不能是“${text}”`)
    return Number(text)
  }
}

/** Reads an option that knows only these values. */
export function oneOf<T extends string>(option: string, allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const value = allowed.find((one) => one === text)
    if (value === undefined) throw new UsageError(`${option} 不能是“${text}”，可用的有：${allowed.join('、')}`)
    return value
  }
}
