import type { AgendaItem, Ledger } from '../../ledger/schema.ts'
import { onlyTells } from '../only-told.ts'
import { businessesIn, withoutTitles } from './business.ts'

/** What an item decides on a person: to take in, or to confirm. */
export type Admission = 'admission' | 'confirmation'

const DECIDES = /讨论|表决|票决|审议|通过|决定|同意/u
/** Told, learnt or prepared, not decided. */
const ONLY_ABOUT_IT =
  /学习|传达|筹备|酝酿|培训|安排|部署|通知|公示|批复|审批结果|通报|宣布|情况|谈话|听取|汇报|组织关系|转入/u
/** The work of taking people in, not a person taken in: 讨论接收预备党员工作计划. */
const ABOUT_THE_WORK =
  /(?:预备党员|转正|入党)(?:的|有关|相关|工作|前)*(?:计划|方案|程序|规定|要求|办法|细则|公示|材料|考察|工作)|欢迎/u
const NAME = '(?<name>\\p{Script=Han}{2,4}?)'
const NAMED = [
  new RegExp(`(?:接收|吸收)(?:入党积极分子|积极分子|发展对象)?${NAME}(?:同志)?(?:等|为|成为)`, 'u'),
  new RegExp(`(?:预备党员)${NAME}(?:同志)?(?:的|按期|如期)?(?:转|延长|取消)`, 'u'),
  new RegExp(`(?:讨论|关于|同意|审议)${NAME}(?:同志)(?:的|按期|如期)?(?:转|入党|延长|取消)`, 'u'),
]

/** Which of the two an item of a 党员大会 decides; `undefined` where it only speaks of it. */
export function admissionOf({ content, vote }: AgendaItem): Admission | undefined {
  const text = withoutTitles(content.value)
  if (vote === undefined && isOnlyAboutIt(text)) return undefined
  const businesses = businessesIn(text)
  if (businesses.includes('confirmation')) return 'confirmation'
  return businesses.includes('admission') ? 'admission' : undefined
}

function isOnlyAboutIt(text: string): boolean {
  return ABOUT_THE_WORK.test(text) || (ONLY_ABOUT_IT.test(text) && onlyTells(text, DECIDES))
}

/** The person that an item is about: one of the roster, else the name that stands where a name would. */
export function candidateOf({ content }: AgendaItem, { members = [] }: Ledger): string | undefined {
  const known = members.find(({ name }) => content.value.includes(name.value))
  if (known !== undefined) return known.name.value
  return NAMED.map((pattern) => pattern.exec(content.value)?.groups?.name).find((name) => name !== undefined)
}
