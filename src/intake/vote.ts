import type { Vote } from '../ledger/schema.ts'
import type { SourceEntry, SourceScalar } from '../source/node.ts'
import type { Place } from '../source/place.ts'
import { placeWithin } from '../source/within.ts'
import { type Fields, fieldsOf, isBlank } from './keys.ts'
import { type Reading, written } from './reading.ts'
import { readAs, saysNone, textOf } from './scalars.ts'
import { readWhole } from './values/numbers.ts'
import { countsVotes, readVote, VOTE_NUMBERS, type VoteText } from './values/vote-text.ts'

/** Reads 表决: a map of numbers, or words that tell them. */
export function voteOf(entry: SourceEntry | undefined, reading: Reading): Vote | undefined {
  if (entry === undefined || isBlank(entry.value)) return undefined
  const { value } = entry
  if (value.type === 'map') return voteOfFields(fieldsOf(value, 'vote', reading), reading)
  const text = value.type === 'scalar' ? value.text : written(value)
  if (saysNone(text)) return undefined
  const read = readVote(text)
  if (read === undefined) return { result: { value: text.trim(), at: value.at }, at: value.at }
  return voteOfText(read, value.at, value.at)
}

function voteOfFields(fields: Fields<'vote'>, reading: Reading): Vote {
  const vote: Record<string, unknown> & { at: Place } = { at: fields.at }
  for (const name of VOTE_NUMBERS) {
    const number = readAs(fields.first(name), reading, readWhole, '票数或人数，如 28', 'bad-number')
    if (number !== undefined) vote[name] = number
  }
  const method = textOf(fields.first('method'), reading)
  const result = textOf(fields.first('result'), reading)
  return { ...vote, ...(method && { method }), ...(result && { result }) }
}

/** The vote of a running text, such as an item of the agenda, where it counts one. */
export function voteWithin(scalar: SourceScalar): Vote | undefined {
  if (!countsVotes(scalar.text)) return undefined
  const read = readVote(scalar.text)
  return read && voteOfText(read, placeWithin(scalar, read.offset), scalar.at)
}

function voteOfText({ numbers, method, result }: VoteText, at: Place, start: Place): Vote {
  const vote: Record<string, unknown> & { at: Place } = { at }
  for (const name of VOTE_NUMBERS) if (numbers[name] !== undefined) vote[name] = { value: numbers[name], at }
  return {
    ...vote,
    ...(method !== undefined && { method: { value: method, at: start } }),
    ...(result !== undefined && { result: { value: result, at: start } }),
  }
}

/** A vote that stands in fields of the record itself: 表决, or 赞成, 反对 and 弃权 in columns of their own. */
export function voteOfRecord(fields: Fields<'record'>, reading: Reading): Vote | undefined {
  const told = voteOf(fields.first('vote'), reading)
  const [approve, against, abstain] = (['approve', 'against', 'abstain'] as const).map((field) =>
    readAs(fields.first(field), reading, readWhole, '票数，如 28', 'bad-number'),
  )
  const method = textOf(fields.first('voteMethod'), reading)
  const at = told?.at ?? approve?.at ?? against?.at ?? abstain?.at ?? method?.at
  if (at === undefined) return undefined
  return {
    ...told,
    approve: approve ?? told?.approve,
    against: against ?? told?.against,
    abstain: abstain ?? told?.abstain,
    method: method ?? told?.method,
    at,
  }
}
