import type { Kind } from '../ledger/schema.ts'
import type { Located } from '../source/place.ts'
import type { Fields } from './keys.ts'
import type { Reading } from './reading.ts'
import { textOf, textsOf } from './scalars.ts'

const NUMBERED_GROUP = /第[一二三四五六七八九十\d]{1,3}党?小组/gu

/** The 党小组 that a record names; a 党小组会 that has no such field often names them in its title or 类型. */
export function recordGroupsOf(fields: Fields<'record'>, kinds: readonly Kind[], reading: Reading): Located<string>[] {
  const named = textsOf(fields.first('groups'), reading)
  const meeting = kinds.find(({ value }) => value === '党小组会')
  if (named.length > 0 || meeting === undefined) return named
  const title = textOf(fields.first('title'), reading)
  return groupsIn(title?.value, title?.at ?? meeting.at) ?? groupsIn(meeting.raw, meeting.at) ?? []
}

function groupsIn(text: string | undefined, at: Located<string>['at']): Located<string>[] | undefined {
  const groups = text?.match(NUMBERED_GROUP)?.map((value) => ({ value, at }))
  return groups === null || groups?.length === 0 ? undefined : groups
}
