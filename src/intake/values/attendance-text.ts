import { fold } from './fold.ts'
import { NUMERAL, readNumeral } from './numbers.ts'

/** What people are to a meeting. */
export type Standing =
  | 'due'
  | 'present'
  | 'leave'
  | 'absent'
  | 'guests'
  | 'votersDue'
  | 'votersPresent'
  | 'mobile'
  | 'unable'

/** What a text says of those of one standing. */
export interface AttendancePart {
  /** `undefined` for what stands before the first word that tells a standing. */
  readonly standing: Standing | undefined
  readonly number?: number | undefined
  /** What follows the number: names, reasons. */
  readonly text: string
  /** UTF-16 units from the start of the whole to the number or the text. */
  readonly offset: number
}

const WORDS: Readonly<Record<string, Standing>> = {
  应到: 'due',
  应参加: 'due',
  应参会: 'due',
  应出席: 'due',
  实到: 'present',
  实参加: 'present',
  实际参加: 'present',
  实际到会: 'present',
  实际参会: 'present',
  到会: 'present',
  参会: 'present',
  出席: 'present',
  请假: 'leave',
  缺席: 'absent',
  缺勤: 'absent',
  未到: 'absent',
  列席: 'guests',
  流动: 'mobile',
  行动不便: 'unable',
}
const VOTERS: Partial<Record<Standing, Standing>> = { due: 'votersDue', present: 'votersPresent' }

/** Where a standing is named; within brackets it is a mark beside a name. */
const LABEL = new RegExp(
  `(?<![([\\p{Script=Han}])(?:其中)?:?(${Object.keys(WORDS).join('|')})(会)?(?:的)?(有表决权)?(?:的)?(?:正式)?(?:党员|人员|人数|名单|情况|及原因|原因|数)*\\s*[:为]?\\s*`,
  'gu',
)
const NUMBER = new RegExp(`^(${NUMERAL})\\s*(?:个|人|名|位)?(?:党员|同志)?(?![\\d:])\\s*`, 'u')
const SLASHED = /^\s*(\d+)\s*(?:人|名)?\s*[/\\|、,;-]\s*(\d+)\s*(?:人|名)?\s*$/u

/** Whether the text tells several standings apart. */
export function tellsStandings(text: string): boolean {
  return /应到|实到|应参加|请假|缺席|缺勤|列席/u.test(text)
}

/** Takes `应到35人，实到33人，请假2人（张三：出差、李四）` apart; `35/33` is due and present. */
export function attendanceParts(text: string): AttendancePart[] {
  const folded = fold(text)
  const slashed = SLASHED.exec(folded)
  if (slashed) {
    return [
      { standing: 'due', number: Number(slashed[1]), text: '', offset: 0 },
      { standing: 'present', number: Number(slashed[2]), text: '', offset: 0 },
    ]
  }
  // A word behind a number or a bracket begins anew: 应到35人实到33人.
  const spaced = folded.replace(/(?<=[人名位)\d])(?=应到|实到|请假|缺席|列席)/gu, ',')
  if (spaced.length !== folded.length) return attendanceParts(spaced)
  return partsOf(folded)
}

function partsOf(folded: string): AttendancePart[] {
  const labels = [...folded.matchAll(LABEL)]
  const starts = labels.map((label) => label.index + label[0].length)
  const ends = labels.map((_, at) => labels[at + 1]?.index ?? folded.length)
  const parts = labels.map((label, at) =>
    partOf(standingOf(label), folded.slice(starts[at], ends[at]), starts[at] ?? 0),
  )
  const lead = folded.slice(0, labels[0]?.index ?? folded.length)
  return /[^\s,;。、:]/u.test(lead) ? [partOf(undefined, lead, 0), ...parts] : parts
}

function standingOf([, word = '', , voters]: RegExpMatchArray): Standing | undefined {
  const standing = WORDS[word]
  return standing === undefined || voters === undefined ? standing : (VOTERS[standing] ?? standing)
}

function partOf(standing: Standing | undefined, body: string, offset: number): AttendancePart {
  const match = NUMBER.exec(body)
  const number = match === null ? undefined : readNumeral(match[1] ?? '')
  const isNumber = number !== undefined && Number.isInteger(number)
  const rest = isNumber && match !== null ? body.slice(match[0].length) : body
  const lead = /^[\s,;。、:]*/u.exec(rest)?.[0].length ?? 0
  const text = rest.slice(lead).replace(/[\s,;。、]+$/u, '')
  const at = isNumber ? offset : offset + lead
  return { standing, number: isNumber ? number : undefined, text, offset: text === '' || isNumber ? at : at }
}
