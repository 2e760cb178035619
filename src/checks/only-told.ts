/** How an item begins that learns, hears, tells or makes ready what others decided or are still to decide. */
const TELLING =
  /^(?:集中|集体|组织|认真|会议)*(?:学习|传达|宣传|培训|宣讲|通报|通知|宣读|宣布|公布|公示|部署|安排|筹备|准备|动员|汇报|解读|介绍|观看|(?:听取|研究)(?!(?:审议|表决|票决|通过|决定)(?!事项|结果|情况|意见|办法|程序)))/u
/** What is decided all the same: 听取并审议支委会工作报告. */
const THEN_DECIDED =
  /[并和、及后](?:对|就|进行|组织|提请|无记名|举手)*(?:审议|表决|票决|投票|讨论|通过|推选|决定|[接吸]收)/u

/** Whether each clause of an item with a word of deciding only tells of it, as 通报第一次表决结果 does. */
export function onlyTells(item: string, deciding: RegExp): boolean {
  const clauses = item.split(/[，；。]/u).filter((clause) => deciding.test(clause))
  return clauses.every((clause) => TELLING.test(clause) && !THEN_DECIDED.test(clause))
}
