import type { AgendaItem } from '../../ledger/schema.ts'
import { withoutTitles } from '../agenda/business.ts'
import { onlyTells } from '../only-told.ts'

/** What is put to the vote: 接收预备党员 and 转正, an election, or any other matter. Each has a quorum of its own. */
export type Motion = 'admission' | 'election' | 'resolution'

const ADMISSION = /(?:接收|吸收).{0,20}预备党员|转(?:为|成)?正式党员|预备党员.{0,20}转(?:为|成)?正|转正/u
const ELECTION =
  /换届选举|选举产生|(?:支部|支委|委员|书记|代表).{0,6}选举|选举.{0,12}(?:委员|书记|代表)|补选|[差等]额选举/u
const PUT_TO_VOTE =
  /(?:表决|票决|投票)(?!办法|程序|方式|规则|纪律|须知|要求)|举手|(?:一致|全票|多数)(?:同意|通过)(?!的)/u

/** Rules of an election, or a report on it, are passed like any other matter. */
const ABOUT_AN_ELECTION = /选举(?:办法|方案|工作报告|情况|条例)/u
/** Words that tell a meeting about such business from the business itself. */
const ONLY_ABOUT_IT =
  /学习|传达|筹备|准备|酝酿|研究|安排|部署|动员|通知|宣传|培训|条例|细则|听取|汇报|公示|公布|宣布|通报/u
const BEGINS_WITH_STUDY = /^(?:集中|集体|组织|认真)*(?:学习|传达|宣传|培训|宣讲)/u
/** Ballots that decide nothing by themselves, in which others than members may have a part. */
const POLL = /测评|民主评议|民主推荐|投票推荐|推荐投票|满意度/u

/** What the item puts to the vote: by its figures, else by its words; `undefined` where nothing is voted. */
export function motionOf({ content, vote }: AgendaItem): Motion | undefined {
  const text = content.value
  return vote === undefined ? motionIn(text) : motionCalled(text)
}

/** What a text says was put to the vote. */
export function motionIn(text: string): Motion | undefined {
  return isVoted(withoutTitles(text)) ? motionCalled(text) : undefined
}

function isVoted(text: string): boolean {
  if (PUT_TO_VOTE.test(text)) return !BEGINS_WITH_STUDY.test(text) && !onlyTells(text, PUT_TO_VOTE)
  return (ADMISSION.test(text) || isElection(text)) && !ONLY_ABOUT_IT.test(text)
}

function motionCalled(text: string): Motion | undefined {
  if (POLL.test(text)) return undefined
  if (isElection(text)) return 'election'
  return ADMISSION.test(text) ? 'admission' : 'resolution'
}

function isElection(text: string): boolean {
  return ELECTION.test(text) && !ABOUT_AN_ELECTION.test(text)
}
