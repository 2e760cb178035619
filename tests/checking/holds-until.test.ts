import { describe, expect, test } from 'vitest'
import { addDays, day, type PlainDate, yearOf } from '../../src/calendar/plain-date.ts'
import type { DateRange } from '../../src/calendar/range.ts'
import { examine, judgeFile, type Part } from '../../src/check.ts'
import { judgingContext } from '../../src/checking/judging-context.ts'
import { concludeRule, isConcluding } from '../../src/engine/judge.ts'
import type { EffectiveRule } from '../../src/rulebook/effective.ts'
import { prepare, type Setup } from '../../src/setup.ts'

const setup = prepare({ asOf: day('2026-12-31'), rulebooks: ['base', 'scenes'] })

/** What a rule makes of a ledger on a day, and the first day on which it may make something else of it. */
interface Judged {
  readonly outcome: string
  readonly until: PlainDate
}

const NEVER = day('2100-12-31')

function judgedBy(rule: EffectiveRule, part: Part, asOf: PlainDate, period?: DateRange): Judged {
  const alone: Setup = {
    ...setup,
    asOf,
    period: period ?? { from: day(`${yearOf(asOf)}-01-01`), to: asOf },
    isToDate: period === undefined,
    rulesFor: (attributes) => setup.rulesFor(attributes).filter((bound) => bound.rule.id === rule.id),
  }
  const branches = judgeFile(part, alone).readings.map(({ judged }) => judged)
  const ends = branches.map(({ holdsUntil = NEVER }) => holdsUntil)
  const concluded = branches.flatMap(({ facts, ...branch }) =>
    alone.rulesFor(branch).flatMap(({ rule: own, check, params }) => {
      if (!isConcluding(check) || facts.length === 0) return []
      const context = judgingContext(alone)
      const outcome = [...concludeRule({ rule: own, check, params }, facts, context)]
      ends.push(context.asOf.holdsUntil ?? NEVER)
      return [outcome]
    }),
  )
  const told = branches.map(({ fullMembers, handedIn, results }) => ({ fullMembers, handedIn, results }))
  return { outcome: JSON.stringify([told, concluded]), until: ends.sort()[0] ?? NEVER }
}

function ledgersOf({ examples, guards = [] }: EffectiveRule): readonly (readonly [what: string, ledger: string])[] {
  const shown = guards.flatMap((guard) => (typeof guard === 'string' ? [] : [[guard.text, guard.example] as const]))
  return [
    ...(examples === undefined
      ? []
      : ([
          ['pass', examples.pass],
          ['fail', examples.fail],
        ] as const)),
    ...shown,
  ]
}

/** Days on which the ledgers of the examples, most of 2026, are judged: within the year, at ends of periods, and after it. */
const DAYS = ['2026-02-11', '2026-04-05', '2026-06-30', '2026-09-17', '2026-12-03', '2027-02-20'].map(day)
const YEAR: DateRange = { from: day('2026-01-01'), to: day('2026-12-31') }
/** How far ahead is looked. */
const AHEAD = 40

/** The next day, the last one on which the outcome is said to hold, and one between. */
function daysWithin(from: PlainDate, until: PlainDate): PlainDate[] {
  const last = until < addDays(from, AHEAD) ? addDays(until, -1) : addDays(from, AHEAD)
  return [addDays(from, 1), addDays(from, 11), last].filter(
    (date) => date > from && date < until && sameYear(date, from),
  )
}

/** The days examined by default begin with the year. */
function sameYear(a: PlainDate, b: PlainDate): boolean {
  return yearOf(a) === yearOf(b)
}

let held = 0
let asked = 0

describe('what is said of a ledger on one day holds until the day that is told', () => {
  test.each(setup.ruleSet.rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    for (const [what, ledger] of ledgersOf(rule)) {
      const part = examine({ path: 'ledger.yaml', bytes: new TextEncoder().encode(ledger) }, setup)
      for (const period of [undefined, YEAR]) {
        for (const from of DAYS) {
          const judged = judgedBy(rule, part, from, period)
          asked += 1
          if (judged.until > addDays(from, 1)) held += 1
          for (const date of daysWithin(from, judged.until)) {
            expect(judgedBy(rule, part, date, period).outcome, `${what} on ${from} and ${date}`).toBe(judged.outcome)
          }
        }
      }
    }
  })

  test('and most hold on the next day too', () => {
    expect(held / asked).toBeGreaterThan(0.9)
  })
})
