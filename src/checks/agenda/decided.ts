import type { AgendaItem } from '../../ledger/schema.ts'
import { onlyTells } from '../only-told.ts'
import { businessesIn, withoutTitles } from './business.ts'

const PUT_TO_DECISION =
  /表决|票决|审议|讨论(?:决定|通过|确定|同意)|研究(?:决定|通过)|(?:讨论|审议|会议|一致)通过|^通过.{0,12}(?:计划|方案|决议|制度|办法)$|推选/u
const DECIDED_BY_NATURE = ['admission', 'confirmation', 'election', 'discipline'] as const
/** Learnt, heard or made ready, not decided. */
const ONLY_TOLD =
  /学习|传达|宣读|解读|宣讲|培训|通报|汇报|听取|部署|筹备|准备|观看|公示|批复|征求|谈话|审议通过的|情况|动员|审查|研究|提交|提请|提名|酝酿|材料/u
/** Steps of an election, and ballots that only take a view. */
const PROCEDURAL = /监票|计票|唱票|选举办法|议程|测评|民主评议|自评|互评/u

/** Whether the meeting is to decide the item: it was voted, or its words put it to a decision. */
export function isDecided({ content, vote }: AgendaItem): boolean {
  const text = withoutTitles(content.value)
  if (PROCEDURAL.test(text)) return false
  if (/^(?:学习|传达)|审议通过的/u.test(text)) return false
  if (vote !== undefined) return true
  if (PUT_TO_DECISION.test(text)) return !onlyTells(text, PUT_TO_DECISION)
  const businesses = businessesIn(text)
  return DECIDED_BY_NATURE.some((one) => businesses.includes(one)) && !ONLY_TOLD.test(text)
}
