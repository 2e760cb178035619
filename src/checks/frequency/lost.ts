import type { DateRange } from '../../calendar/range.ts'
import type { Ledger } from '../../ledger/schema.ts'
import type { Evidence } from '../../source/place.ts'
import { namesAnother } from './undated.ts'

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

/** Why a record of the kind called `name`, or of any, may be there after all: what could not be read may be one. */
export function lostIn({ lost = [] }: Ledger, name: string | undefined, range: DateRange): string | undefined {
  const found = lost.find((one) => mayBeLost(one, name, range))
  return found && lostReason(found)
}

/** Whether what could not be read may be such a record: unless it says otherwise. */
function mayBeLost({ excerpt }: Evidence, name: string | undefined, range: DateRange): boolean {
  const said = KIND_WORDS.filter((words) => words.some((word) => excerpt.includes(word)))
  const isOfKind =
    name === undefined || said.length === 0 || said.some((words) => words.some((word) => name.includes(word)))
  return isOfKind && !namesAnother(excerpt, range)
}

/** `county/a.yaml第12行“1月8日支委会”没有读入，可能是这次会议`. */
function lostReason({ file, line, excerpt }: Evidence): string {
  const said = excerpt === '' ? '' : `“${excerpt}”`
  return `${file}第${line}行${said}没有读入，可能就是这次记录，请改正后再查`
}
