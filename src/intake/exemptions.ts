import type { Exemption } from '../ledger/schema.ts'
import type { SourceEntry, SourceNode, SourceScalar } from '../source/node.ts'
import { placeWithin } from '../source/within.ts'
import { dayOf } from './days.ts'
import { fieldsOf, isBlank } from './keys.ts'
import { type Reading, written } from './reading.ts'
import { saysNone, textOf } from './scalars.ts'
import { readYesNo } from './values/flags.ts'
import { fold } from './values/fold.ts'

/** Why and when nothing is demanded of a member: a reason, one with days in brackets, a map of 原因, 自 and 至, or several. */
export function exemptionsOf(entry: SourceEntry | undefined, reading: Reading): Exemption[] {
  return entry === undefined ? [] : exemptionsIn(entry.value, entry.key, reading)
}

function exemptionsIn(node: SourceNode, key: string, reading: Reading): Exemption[] {
  switch (node.type) {
    case 'scalar':
      return isBlank(node) || saysNone(node.text) || readYesNo(node.text) === false ? [] : [ofText(node, key, reading)]
    case 'list':
      return node.items.flatMap((item) => exemptionsIn(item, key, reading))
    case 'map': {
      const fields = fieldsOf(node, 'exemption', reading)
      const reason = textOf(fields.first('reason'), reading) ?? { value: written(node), at: node.at }
      const from = dayOf(fields.first('from'), reading)?.value
      const to = dayOf(fields.first('to'), reading, 'last')?.value
      return [{ reason, from, to }]
    }
  }
}

const REASON_AND_DAYS = /^\s*(.*?)\s*[([]?\s*((?:自|从)?\s*\d{4}.*?)[)\]]?\s*$/su

/** 产假（2026-03-01至2026-06-01）, 借调（2026-03-01起）; 是 says no more than the name of the field. */
function ofText(node: SourceScalar, key: string, reading: Reading): Exemption {
  const text = node.text.trim()
  if (readYesNo(text)) return { reason: { value: key, at: node.at } }
  const [, reason = '', days = ''] = REASON_AND_DAYS.exec(fold(node.text)) ?? []
  const read = days === '' ? undefined : reading.dates.read(days)
  if (read?.date === undefined) return { reason: { value: text, at: node.at } }
  const at = placeWithin(node, node.text.length - node.text.trimStart().length)
  return { reason: { value: reason === '' ? key : reason, at }, from: read.date, to: read.endDate }
}
