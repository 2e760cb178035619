import * as z from 'zod'
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'

const Day = z.custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== undefined, {
  error: '不是一个日期，应写成 2026-03-12',
})

/** From which day on a record could know of it; `verified` where somebody has seen that day in a source. */
const Known = z.strictObject({ known: Day, verified: z.boolean() })

const TimelineEntry = Known.extend({
  name: z.string().min(4),
  /** Other names that it goes by. */
  also: z.array(z.string().min(4)).default([]),
  type: z.enum(['document', 'meeting', 'campaign']),
  /** Later editions of a document, by the year that they are called by. */
  editions: z.array(Known.extend({ year: z.int() })).default([]),
  /** What took the document's place under another name, and when. */
  replaced: z.strictObject({ on: Day, by: z.string(), verified: z.boolean() }).optional(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** Documents, meetings and campaigns with the first day on which a record could know them. */
export type Timeline = readonly TimelineEntry[]

/** Reads `rules/timeline.yaml`. */
export function readTimeline(data: unknown): Timeline {
  return z.array(TimelineEntry).parse(data)
}
