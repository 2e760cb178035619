import { type Period, periodLabel, periodOf } from '../calendar/period.ts'
import { day, yearOf } from '../calendar/plain-date.ts'

/** Periods in one breath: `2025年12月、2026年1、3月`. */
export function periodsLabel(periods: readonly Period[]): string {
  const byYear = new Map<number, string[]>()
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const year = yearOf(period.from)
    byYear.set(year, [...(byYear.get(year) ?? []), periodLabel(period)])
  }
  return [...byYear.values()].map(factored).join('、')
}

/** The same of months by their ids (`2026-05`). */
export function monthsLabel(ids: readonly string[]): string {
  return periodsLabel(ids.map((id) => periodOf(day(`${id}-01`), 'month')))
}

/** Says once what all labels begin and end with, cutting no number in two: `2026年10月` `2026年11月` → `2026年10、11月`. */
function factored(labels: readonly string[]): string {
  const [first = '', ...others] = labels
  if (others.length === 0) return first
  const start = commonStart(labels).replace(/\d+$/u, '')
  const end = reversed(commonStart(labels.map(reversed))).replace(/^\d+/u, '')
  return `${start}${labels.map((label) => label.slice(start.length, label.length - end.length)).join('、')}${end}`
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = 0
  while (length < first.length && others.every((other) => other[length] === first[length])) length += 1
  return first.slice(0, length)
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}
