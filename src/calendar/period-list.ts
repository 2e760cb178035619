import { numberSpans } from './number-spans.ts'
import { type Period, periodLabel } from './period.ts'
import { day, monthOf, yearOf } from './plain-date.ts'

/** Periods in one breath: `2025年12月、2026年1、3月`. */
export function periodsLabel(periods: readonly Period[]): string {
  const byYear = new Map<number, string[]>()
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const year = yearOf(period.from)
    byYear.set(year, [...(byYear.get(year) ?? []), periodLabel(period)])
  }
  return [...byYear.values()].map(factored).join('、')
}

/** Months by their ids (`2026-05`), runs of them from first to last: `2025年12月、2026年1—3、9月`. */
export function monthsLabel(ids: readonly string[]): string {
  const byYear = new Map<number, number[]>()
  for (const id of [...ids].sort()) {
    const first = day(`${id}-01`)
    byYear.set(yearOf(first), [...(byYear.get(yearOf(first)) ?? []), monthOf(first)])
  }
  return [...byYear].map(([year, months]) => `${year}年${numberSpans(months)}月`).join('、')
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
