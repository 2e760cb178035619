import type { Kind, LedgerRecord } from './schema.ts'

type ImplyingRecord = Pick<LedgerRecord, 'kinds' | 'groups' | 'title' | 'agenda'>

const ASSEMBLY = '党员大会'

/** Held as a 支委会 or 党小组会 instead (支部工作条例第十七条 allows all three). */
const SMALLER_MEETING = /支委|支部委员会|班子|党小组|小组会/u

/** What only the 党员大会 does: to take in, to confirm, to elect. */
const ASSEMBLY_BUSINESS =
  /(?:接收|吸收).{0,20}(?:为|成为)?.{0,4}预备党员|预备党员.{0,20}转(?:为|成)?正|转正(?:大会|事宜|申请|表决)|(?:换届|支部|支委|委员|书记).{0,6}选举|选举产生/u

/** Words that tell a meeting about such business from the business itself. */
const ONLY_ABOUT_IT = /学习|传达|筹备|准备|酝酿|研究|审查|安排|部署|动员|通知|宣传|培训|方案/u

/**
 * The kinds that a record counts as although its 类型 does not say so:
 * 民主评议, elections, admissions and an 组织生活会 of all members are each a 党员大会.
 */
export function impliedKinds(record: ImplyingRecord): Kind[] {
  const bearing = new Set(record.kinds.map(({ value }) => value))
  if (bearing.has(ASSEMBLY) || bearing.has('支委会') || bearing.has('党小组会')) return []
  const source = record.kinds.find(
    ({ value }) => value === '民主评议' || (value === '组织生活会' && isOfAllMembers(record)),
  )
  if (source !== undefined) return [{ value: ASSEMBLY, at: source.at, implied: true }]
  const item = record.agenda.find(({ content }) => isAssemblyBusiness(content.value))
  return item === undefined ? [] : [{ value: ASSEMBLY, at: item.content.at, implied: true }]
}

function isOfAllMembers(record: ImplyingRecord): boolean {
  return record.groups.length === 0 && !SMALLER_MEETING.test(record.title?.value ?? '')
}

function isAssemblyBusiness(content: string): boolean {
  return ASSEMBLY_BUSINESS.test(content) && !ONLY_ABOUT_IT.test(content)
}
