import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { anyOf, spansOf } from '../../text/matches.ts'
import type { Span } from '../../text/reuse/index.ts'

/** The lines of a form: what stands in them is a fact of the meeting, not an account of it. */
const FIELD =
  /^[ \t\u3000]*(?:[一二三四五六七八九十\d]+[、.．)）][ \t\u3000]*)?(?:[（(【［[]?)(?:会议|活动|学习|讨论|授课)?(?:名称|类型|类别|时间|日期|地点|地址|方式|形式|主题|议题|内容|议程|主持人?|记录人?|主讲人?|召集人?|参加人员?|参会人员?|到会人员?|与会人员?|出席人员?|列席人员?|缺席人员?|请假人员?|人员|应到(?:人数|党员)?|实到(?:人数|党员)?|缺席(?:人数)?|请假(?:人数)?|列席(?:人数)?)(?:[】］\])）]?)[ \t\u3000]*[：:][^\n]{0,120}$/gmu

/** Counts within a line: 应到党员32人，实到29人. */
const COUNT =
  /(?:应到|实到|到会|参会|缺席|请假|列席|应参加|实参加)(?:会|人数|党员|正式党员|预备党员)?[为是：:]?\s*[\d０-９一二三四五六七八九十百两]+\s*[人名]/gu

const NUMERAL = '[\\d０-９一二三四五六七八九十〇零]'
const DATE = new RegExp(
  [
    `${NUMERAL}{2,4}\\s*年(?:\\s*${NUMERAL}{1,3}\\s*月)?(?:\\s*${NUMERAL}{1,3}\\s*[日号])?`,
    `${NUMERAL}{1,3}\\s*月(?:\\s*${NUMERAL}{1,3}\\s*[日号]|份)`,
    '(?:星期|周)[一二三四五六日天]',
    `(?:上午|下午|晚上)?\\s*${NUMERAL}{1,3}\\s*[时点](?:\\s*(?:半|${NUMERAL}{1,3}\\s*分))?`,
    '第?[一二三四1-4]季度',
  ].join('|'),
  'gu',
)

const SHORTEST_NAME = 2

/** The names of people and units that may stand in the minutes of a branch: a copy changes these first. */
function namesIn({ branch, members = [] }: Ledger): string[] {
  return [
    branch.name,
    ...branch.formerNames,
    branch.superior,
    ...members.map(({ name }) => name),
    ...[...branch.secretaries, ...branch.deputies, ...(branch.committee ?? [])].map(({ name }) => name),
  ].flatMap((name) => name?.value ?? [])
}

/** The people that a record itself names. */
function namesOf({ chair, recorder, lecturer, attendance, agenda, people, counterparts }: LedgerRecord): string[] {
  return [
    chair,
    recorder,
    lecturer,
    ...(attendance.present?.names ?? []),
    ...(attendance.due?.names ?? []),
    ...(attendance.leave?.list ?? []).map(({ name }) => name),
    ...(attendance.absent?.list ?? []).map(({ name }) => name),
    ...agenda.flatMap(({ speeches }) => speeches.map(({ name }) => name)),
    ...people,
    ...counterparts,
  ].flatMap((name) => name?.value ?? [])
}

/** The names that may stand in the minutes of one ledger, as one pattern: nearly all records name none but the members. */
export class NamePatterns {
  private readonly names: ReadonlySet<string>
  private readonly ofLedger: RegExp | undefined

  constructor(ledger: Ledger) {
    this.names = new Set(namesIn(ledger))
    this.ofLedger = patternOf([...this.names])
  }

  for(record: LedgerRecord): RegExp | undefined {
    const others = namesOf(record).filter((name) => !this.names.has(name))
    return others.length === 0 ? this.ofLedger : patternOf([...this.names, ...others])
  }
}

/**
 * The stretches of minutes that change from one meeting to the next by themselves: fields of the form, dates, names.
 *
 * @param names a pattern of them, where there are any
 */
export function masksOf(text: string, names: RegExp | undefined): Span[] {
  const patterns = [FIELD, COUNT, DATE, ...(names === undefined ? [] : [names])]
  return patterns.flatMap((pattern) => spansOf(text, pattern))
}

export function patternOf(names: readonly string[]): RegExp | undefined {
  const known = names.filter((name) => name.length >= SHORTEST_NAME)
  return known.length === 0 ? undefined : anyOf(known)
}
