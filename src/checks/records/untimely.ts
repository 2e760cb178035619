import { type PlainDate, yearOf } from '../../calendar/plain-date.ts'
import type { Timeline, TimelineEntry } from '../timeline.ts'
import { type Mention, type MentionFinder, mentionFinder } from './timeline-mentions.ts'

/** What a text says before it could: an entry of the timeline, or one edition of it. */
export interface Untimely {
  readonly name: string
  readonly known: PlainDate
  readonly verified: boolean
  /** As it stands in the text, and from which offset on. */
  readonly quote: string
  readonly start: number
}

export interface UntimelyFinder extends Pick<MentionFinder, 'mayBeIn'> {
  untimelyIn(text: string, date: PlainDate): Untimely[]
}

/** Finds in texts what could not be known on the day of their record. Made once for texts of no day before `earliest`. */
export function untimelyFinder(timeline: Timeline, earliest: PlainDate): UntimelyFinder {
  const { mayBeIn, mentionsIn } = mentionFinder(timeline.filter((entry) => hasNewsAfter(entry, earliest)))
  return { mayBeIn, untimelyIn: (text, date) => mentionsIn(text).flatMap((mention) => untimely(mention, date) ?? []) }
}

function hasNewsAfter({ known, editions }: TimelineEntry, date: PlainDate): boolean {
  return known > date || editions.some((edition) => edition.known > date)
}

function untimely(mention: Mention, date: PlainDate): Untimely | undefined {
  const { entry, quote, start } = mention
  const { name, known, verified } = entry
  if (known > date) {
    return entry.type === 'meeting' && !isKnowledge(mention) ? undefined : { name, known, verified, quote, start }
  }
  const edition = editionMeant(mention, date)
  if (edition === undefined || edition.known <= date) return undefined
  return { name: `${name}（${edition.year}年修订）`, known: edition.known, verified: edition.verified, quote, start }
}

const STILL_TO_COME = /^[”"》）)]?(?:的|上的?)?(?:召开|举行)(?:前|之前|在即|之际)/u
const FOR_ITS_SAKE = /(?:为|迎|迎接|献礼|期待|等待|预祝)[^，。；！？\n]{0,4}$/u
const WHAT_CAME_OF_IT =
  /^[”"》）)]?[^，。；！？\n]{0,8}?(?:精神|公报|决定|建议|决议|报告|讲话|闭幕|指出|强调|提出|要求|部署|通过)/u
const STUDIED = /(?:学习|传达|贯彻|宣讲|宣传|领会|解读|落实|收听|收看)[^，。；！？\n]{0,8}$/u

/** A meeting may be spoken of before it is over; its spirit, its papers and what was said at it may not. */
function isKnowledge({ before, after }: Mention): boolean {
  if (STILL_TO_COME.test(after) || FOR_ITS_SAKE.test(before)) return false
  return WHAT_CAME_OF_IT.test(after) || STUDIED.test(before)
}

const SAYS_YEAR = /(20\d{2})年?(?:新?修订|修正|版|新版|印发|公布|发布)/u
const SAYS_NEW = /新修订|最新修订|新修改|修订后|新版|新印发|新颁布|新出台|新公布/u
/** Years for which an edition may still be called new. */
const NEW_FOR = 3

/** The edition that the wording in the same clause means, where it means one. */
function editionMeant({ entry: { known, editions }, before, after }: Mention, date: PlainDate) {
  const clause = `${/[^，。；\n]*$/u.exec(before)?.[0]}\n${/^[^，。；\n]*/u.exec(after)?.[0]}`
  const year = SAYS_YEAR.exec(clause)?.[1]
  if (year !== undefined) return editions.find((edition) => edition.year === Number(year))
  if (!SAYS_NEW.test(clause)) return undefined
  const latest = [known, ...editions.map((edition) => edition.known)].filter((day) => day <= date).at(-1) ?? known
  const isStillNew = yearOf(date) - yearOf(latest) < NEW_FOR
  return isStillNew ? undefined : editions.find((edition) => edition.known > date)
}
