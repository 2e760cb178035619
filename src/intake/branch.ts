import type { Branch } from '../ledger/schema.ts'
import type { SourceEntry } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { dayOf } from './days.ts'
import { groupsOf } from './groups.ts'
import { type Fields, fieldsOf, isBlank } from './keys.ts'
import type { Reading } from './reading.ts'
import { nameOf, readAs, textOf, textsOf } from './scalars.ts'
import { tenuresOf } from './tenures.ts'
import { readFixedDay } from './values/fixed-day.ts'
import { readBranchForm, readScene } from './values/flags.ts'
import { readNumber } from './values/numbers.ts'

/** A branch of which nothing is known but its name. */
export function branchNamed(name: Located<string>): Branch {
  return {
    id: name.value,
    name,
    formerNames: [],
    secretaries: [],
    deputies: [],
    mergedFrom: [],
    at: name.at,
  }
}

/** Reads 支部: its name alone, or all that is known of it. `undefined` where it has no name. */
export function readBranch(entry: SourceEntry, reading: Reading): Branch | undefined {
  if (entry.value.type === 'map') return branchOf(fieldsOf(entry.value, 'branch', reading), reading)
  const name = nameOf(entry, reading)
  return name && branchNamed(name)
}

/** The branch that these fields describe; its `id` is final once the ledgers are joined. */
export function branchOf(fields: Fields<'branch'>, reading: Reading): Branch | undefined {
  const name = nameOf(fields.first('name'), reading)
  const code = nameOf(fields.first('code'), reading)
  const called = name ?? code
  if (called === undefined) return undefined
  const groups = saying(fields.first('groups'))
  return {
    id: code?.value ?? called.value,
    name: called,
    formerNames: textsOf(fields.first('formerNames'), reading),
    code,
    superior: nameOf(fields.first('superior'), reading),
    scene: readAs(fields.first('scene'), reading, readScene, '农村、社区、机关、学校、国企、非公等领域', 'bad-scene'),
    form: readAs(fields.first('form'), reading, readBranchForm, '普通、联合、临时、流动或功能型', 'bad-form'),
    secretaries: tenuresOf(fields.first('secretaries'), reading),
    deputies: tenuresOf(fields.first('deputies'), reading),
    committee: saying(fields.first('committee')) && tenuresOf(fields.first('committee'), reading),
    groups: groups && groupsOf(groups, reading),
    founded: dayOf(fields.first('founded'), reading),
    dissolved: dayOf(fields.first('dissolved'), reading, 'last'),
    mergedFrom: textsOf(fields.first('mergedFrom'), reading),
    termStart: dayOf(fields.first('termStart'), reading),
    termLength: readAs(fields.first('termLength'), reading, readNumber, '年数，如 3', 'bad-number'),
    termExtension: extensionOf(fields.first('termExtension'), reading),
    partyDay: readAs(
      fields.first('partyDay'),
      reading,
      readFixedDay,
      '固定的日子，如“每月28日”“每月第一周周五”',
      'bad-fixed-day',
    ),
    at: fields.at,
  }
}

/** A field in which something stands, be it that there is none. */
function saying(entry: SourceEntry | undefined): SourceEntry | undefined {
  return entry === undefined || isBlank(entry.value) ? undefined : entry
}

function extensionOf(entry: SourceEntry | undefined, reading: Reading): Branch['termExtension'] {
  if (entry === undefined || isBlank(entry.value)) return undefined
  if (entry.value.type !== 'map') {
    const document = textOf(entry, reading)
    return document && { document, until: undefined, at: document.at }
  }
  const fields = fieldsOf(entry.value, 'extension', reading)
  return {
    document: textOf(fields.first('document'), reading),
    until: dayOf(fields.first('until'), reading, 'last'),
    at: fields.at,
  }
}
