import type { AgendaItem, LedgerRecord } from '../ledger/schema.ts'
import type { SourceEntry } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { agendaOf, itemForVote, withBeside } from './agenda.ts'
import { type Fields, isBlank } from './keys.ts'
import { peopleOfText } from './people-fields.ts'
import type { Reading } from './reading.ts'
import { saysNone, scalarOf, textOf } from './scalars.ts'
import { speechesOf } from './speeches.ts'
import { itemsOf } from './values/items.ts'
import { voteOfRecord, voteWithin } from './vote.ts'

/** What was dealt with and what was said about it. */
export interface RecordProse extends Pick<LedgerRecord, 'agenda' | 'minutes' | 'content'> {
  /** Who wrote the record, where 记录 holds nothing but a name. */
  readonly recorder: Located<string> | undefined
  /** What stands beside the agenda and belongs to none of its items beyond doubt. */
  readonly unassigned: readonly (SourceEntry | undefined)[]
}

/** Longer than this, 内容 is an account of the meeting rather than the list of what was dealt with. */
const LONGEST_AGENDA = 200

/** Reads 议题, 内容 and 记录 of a meeting, and gives votes and speeches beside them to the item they belong to. */
export function proseOf(fields: Fields<'record'>, isRegister: boolean, reading: Reading): RecordProse {
  const content = isRegister ? undefined : fields.first('content')
  const given = fields.all('agenda')
  const isAgenda = content !== undefined && !given.some(({ value }) => !isBlank(value)) && listsItems(content)
  const written = agendaOf(isAgenda ? [content] : given, reading)
  const recorder = recorderIn(fields.first('minutes'))
  const minutes = recorder === undefined ? proseIn(fields.first('minutes'), reading) : undefined
  const account = isAgenda ? undefined : proseIn(content, reading)
  const { agenda, unassigned } = assigned(written, minutes ?? account, fields, reading)
  return {
    agenda,
    minutes: minutes ?? account,
    content: isRegister ? textOf(fields.first('content'), reading) : minutes && account,
    recorder,
    unassigned,
  }
}

const LONGEST_NAMES = 12

/** Beside 主持 a column 记录 says who wrote, not what. */
function recorderIn(entry: SourceEntry | undefined): Located<string> | undefined {
  if (entry?.value.type !== 'scalar' || entry.value.text.length > LONGEST_NAMES) return undefined
  const { people, others } = peopleOfText(entry.value)
  const [first] = people
  if (first === undefined || others.length > 0) return undefined
  return { value: people.map(({ name }) => name.value).join('、'), at: first.name.at }
}

function listsItems({ value }: SourceEntry): boolean {
  if (value.type !== 'scalar') return true
  return value.text.length <= LONGEST_AGENDA || itemsOf(value.text).some(({ offset }) => offset > 0)
}

/** A text as written, with its spaces, so that a passage of it can be pointed at. */
function proseIn(entry: SourceEntry | undefined, reading: Reading): Located<string> | undefined {
  if (entry === undefined || isBlank(entry.value)) return undefined
  if (entry.value.type === 'list') return linesOf(entry, reading)
  const scalar = scalarOf(entry, reading)
  return scalar === undefined || saysNone(scalar.text) ? undefined : { value: scalar.text, at: scalar.at }
}

/** A text written as a list of its paragraphs. */
function linesOf({ key, value }: SourceEntry, reading: Reading): Located<string> | undefined {
  if (value.type !== 'list') return undefined
  const lines = value.items.flatMap((item) => scalarOf({ key, keyAt: item.at, value: item }, reading)?.text ?? [])
  return lines.length === 0 ? undefined : { value: lines.join('\n'), at: value.items[0]?.at ?? value.at }
}

function assigned(
  agenda: readonly AgendaItem[],
  minutes: Located<string> | undefined,
  fields: Fields<'record'>,
  reading: Reading,
): { agenda: readonly AgendaItem[]; unassigned: readonly (SourceEntry | undefined)[] } {
  const speeches = fields.all('speeches').flatMap((entry) => speechesOf(entry, reading))
  const spoken = speeches.length === 0 ? agenda : withBeside(agenda, agenda[0], { speeches })
  const unspoken = speeches.length > 0 && agenda.length === 0 ? fields.all('speeches') : []
  const vote = voteOfRecord(fields, reading) ?? voteIn(agenda, minutes)
  if (vote === undefined) return { agenda: spoken, unassigned: unspoken }
  const item = itemForVote(spoken)
  if (item !== undefined) return { agenda: withBeside(spoken, item, { vote }), unassigned: unspoken }
  const votes = (['vote', 'approve', 'against', 'abstain', 'voteMethod'] as const).map((field) => fields.first(field))
  return { agenda: spoken, unassigned: [...unspoken, ...votes] }
}

/** The minutes' only vote, where the agenda tells none. */
function voteIn(agenda: readonly AgendaItem[], minutes: Located<string> | undefined) {
  if (minutes === undefined || !minutes.value.includes('票') || agenda.some(({ vote }) => vote !== undefined))
    return undefined
  const passages = minutes.value.match(/(?:赞成|同意)[^，。；\n]{0,8}\d+\s*票|\d+\s*票\s*(?:赞成|同意)/gu)
  if (passages?.length !== 1) return undefined
  return voteWithin({ type: 'scalar', text: minutes.value, quoted: false, at: minutes.at })
}
