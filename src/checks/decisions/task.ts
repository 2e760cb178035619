import type { Decision } from '../../ledger/schema.ts'

/** What a meeting resolves without anybody having to go and do it: an approval, a report upwards, an exhortation. */
const NO_TASK =
  /提交.{0,8}大会|同意(?:接收|吸收|转正|按期|推荐|确定|列为|将|给予|其|该|上述|通过)|同意.{0,20}(?:转为|转正|成为|入党|方案|计划|名单|意见)|(?:审议|表决|讨论|一致|会议|大会|全票)通过|通过(?:了|《|.{0,30}(?:方案|计划|名单|报告|决议|意见|办法|制度)$)|报(?:请)?(?:上级|党委|党工委|党总支|总支).{0,12}(?:审批|批准|审查|备案|研究)|(?:审批|批准|备案)$|选举产生|当选|推荐.{1,20}为|确定.{1,20}为|评定|评为|讨论通过/u
const EXHORTATION =
  /^(?:会议|大家|与会人员|全体|全体党员|党员|支部|各党小组|每名党员|每位党员)?(?:同志)?(?:一致)?(?:认为|表示|指出|强调|要求|号召)|^(?:(?:大家|全体|全体党员|党员|支部|各党小组|每名党员|每位党员)?(?:同志)?(?:要|应|应当|必须))?(?:进一步|深入|认真|持续|切实|不断|自觉|坚决|坚持|努力|更加|严格|全面|积极)*(?:学习(?!笔记|资料|材料)|领会|学深悟透|贯彻|提高|增强|坚定|牢记|统一|发扬|弘扬|树立|发挥|保持|做到|争做|争当|践行|树牢|筑牢|带头|加强|强化|高度重视|严守|遵守|(?<=认真|切实|坚决|严格|全面)落实|把.{1,20}作为|以.{1,20}为(?:契机|抓手|重点|动力))/u
const NOTHING = /^(?:无|没有|暂无|略|同上|见记录|—|-|\/)$/u
/** Words for something that is to be done. */
const DOING =
  /每[周月季年天日]|开展|组织|完成|整改|落实|制[定作]|建立|修订|排查|走访|检查|清[理扫]|安装|维修|更换|更新|采购|联系|收集|征求|汇总|上报|报送|提交|整理|公示|公开|张贴|召开|举办|慰问|帮扶|结对|建档|登记|督促|跟进|推进|负责|牵头|准备|起草|撰写|拟定|编[写制]|布置|送[到去学]|发放|发布|通知|对接|协调|申请|申报|收缴|补[交齐开写]|核对|核实|统计|摸底|调研|调查|培训|宣传|宣讲|解决|处理|办理|答复|反馈|回访|交流|讲党课|集中学习|打扫|种植|巡查|值守|改造|设立|设置/u

/** Whether somebody has to do it: the ledger says who or by when, or it names a deed and is no mere resolution. */
export function isTask({ task, owner, deadline, deadlineText, result }: Decision): boolean {
  const text = task.value.trim()
  if (NOTHING.test(text) || NO_TASK.test(text)) return false
  if ([owner, deadline, deadlineText, result].some((field) => field !== undefined)) return true
  return !EXHORTATION.test(text) && DOING.test(text)
}

/** In a single cell or sentence the owner and the deadline stand in the text of the task. */
const OWNER_IN_TEXT =
  /由.{1,20}?(?:负责|牵头|承办|落实|完成|组织|联系|跟进|督促|办理|起草|收集|汇总)|(?:责任人|负责人|牵头人|承办人|责任单位)|[（(][^（）()]*(?:负责|牵头)[^（）()]*[)）]|.{2,12}(?:负责|牵头)/u
const DEADLINE_IN_TEXT =
  /\d{1,2}月|[一二三四五六七八九十]月|\d{1,2}[日号]|[月季年周]底|[月年]末|[本下上][周月季年]|[季年]度|半年|日前|之前|以前|(?:\d+|[一二三四五六七八九十两]+)(?:天|日|周|个月|个工作日)内|会后|立即|即日|当[天日月]|每[周月季年天日逢]|长期|常态|期限|时限|截止|限期|尽快|近期|节前|期间/u

/** What the ledger leaves open of a task: 责任人, 时限, both or nothing. */
export function openIn({ task, owner, deadline, deadlineText }: Decision): string[] {
  const hasOwner = owner !== undefined || OWNER_IN_TEXT.test(task.value)
  const hasDeadline = deadline !== undefined || deadlineText !== undefined || DEADLINE_IN_TEXT.test(task.value)
  return [...(hasOwner ? [] : ['责任人']), ...(hasDeadline ? [] : ['时限'])]
}
