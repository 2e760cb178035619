import type { DateRange } from '../../calendar/range.ts'
import { countsFor, isDated } from '../../ledger/held.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import type { Evidence } from '../../source/place.ts'
import { recordName } from '../record-name.ts'
import { isSaidHeld, mayFallIn, namesAnother } from './undated.ts'

/** How what could not be read may call a kind of meeting; words of one line are one kind. */
const KIND_WORDS: readonly (readonly string[])[] = [
  ['党员大会', '支部大会'],
  ['支委会', '支部委员会'],
  ['党小组会', '小组会'],
  ['党课'],
  ['主题党日', '党员活动日', '党日'],
  ['组织生活会'],
  ['民主评议'],
  ['集中学习'],
]

/**
 * Why a record of the kind called `name`, or of any, may be there after all: what could not be read may be one, and so
 * may what does not say of what kind it is.
 */
export function lostIn({ lost = [], records }: Ledger, name: string | undefined, range: DateRange): string | undefined {
  const found = lost.find((one) => mayBeLost(one, name, range))
  if (found !== undefined) return lostReason(found)
  const kindless = records.find((record) => isKindless(record) && mayCountFor(record, range))
  return kindless && `${recordName(kindless)}没有写明类型，可能就是这次记录`
}

function isKindless({ kinds, register }: LedgerRecord): boolean {
  return kinds.length === 0 && register === undefined
}

function mayCountFor(record: LedgerRecord, range: DateRange): boolean {
  return isDated(record) ? isSaidHeld(record) && countsFor(record, range) : mayFallIn(record, range)
}

/** Whether what could not be read may be such a record: unless it says otherwise. */
function mayBeLost(lost: Evidence, name: string | undefined, range: DateRange): boolean {
  const excerpt = saidOf(lost)
  const said = KIND_WORDS.filter((words) => words.some((word) => excerpt.includes(word)))
  const isOfKind =
    name === undefined || said.length === 0 || said.some((words) => words.some((word) => name.includes(word)))
  return isOfKind && !namesAnother(excerpt, range)
}

const YEARS = /(?:19|20)\d{2}/gu

/** What is known of it: where nothing of it can be quoted, the name of its file, unless that is of several years. */
function saidOf({ file, excerpt }: Evidence): string {
  if (excerpt !== '') return excerpt
  const name = file.slice(file.lastIndexOf('/') + 1)
  return (name.match(YEARS) ?? []).length > 1 ? '' : name
}

/** `county/a.yaml第12行“1月8日支委会”没有读入，可能就是这次记录`, or a whole file. */
function lostReason({ file, line, sheet, excerpt }: Evidence): string {
  const isWhole = line === 1 && excerpt === '' && sheet === undefined
  const where = [file, sheet === undefined ? '' : `工作表「${sheet}」`, isWhole ? '' : `第${line}行`].join('')
  const said = excerpt === '' ? '' : `“${excerpt}”`
  return `${where}${said}没有读入，可能就是这次记录，请改正后再查`
}
