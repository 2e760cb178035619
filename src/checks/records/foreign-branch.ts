import type { Branch, LedgerRecord } from '../../ledger/schema.ts'
import { matchesOf } from '../../text/matches.ts'

const BRANCH = /党支部|支部委员会/gu
/** The letters in front of it, from which `LEAD` takes away what is no part of the name. */
const LETTERS_BEFORE = /[\p{Script=Han}A-Za-z0-9（）()·]{2,30}$/u
const NAME_LENGTH = 30

/** What a branch does of itself: where these follow its name, the sentence is its own record. */
const OWN_DOINGS =
  /^(?:于|在[^，。；]{1,16})?(?:\d{4}年)?(?:第?[一二三四1-4]季度|\d{1,2}月份?|第[一二三四五六七八九十\d]+次)?(?:召开|举行|组织召开|开展|党员大会|支委会|支部委员会|主题党日|组织生活会|党课|全体党员|党员应到|应到)/u

/** The other is there as a partner, a guest, an example or the other end of a transfer. */
const WITH_ANOTHER =
  /联合|共建|结对|联学|联建|互学|交流|观摩|参观|走访|慰问|借鉴|经验|做法|值得|邀请|应邀|受邀|莅临|指导|兄弟|列席|转入|转出|转到|转至|来函|复函|接收函|组织关系|曾用名|原名|原属|更名|合并|划归|划转|隶属|所属|下属|各(?:支部|党支部|村|社区)|通报|典型|案例|先进|表彰|评为|荣获|传达|转发|介绍(?:了|经验|做法)|据(?:悉|介绍|了解)|听说|了解到/u

/** Words in front of a name that are no part of it. */
const LEAD = /^.*(?:\d[日月年]|上午|下午|晚上|今天|今日|当天|会议由|根据|按照|中国共产党|中共|经|由|为|在)/u
/** Such a name stands where the record speaks of itself: at the head of a line, or 经…党支部党员大会讨论. */
const BY_DECISION_OF = /经[^，。；\n]*$/u
/** Characters of a day and an hour that may stand before it at the head of a line. */
const HEAD = 20
/** Characters after a name that tell what it does. */
const DOING_LENGTH = 40

/** Words that tell no branch from another. */
const COMMON =
  /中国共产党|中共|委员会|全体|基层|我们|机关|学校|公司|企业|农村|社区|单位|部门|集团|医院|离退休|退休|教工|学生|先进|优秀|示范|星级|标准化|临时|联合|流动|功能型|各级|各个|每个|第[一二三四五六七八九十\d]+|[本该各我村镇乡县市区街道厂院校系部局党新老两总的]/gu

/** A name that is not filled in names no other branch. */
const MASKED = /某|[XxＸ×*＊○〇]{2}/u

/** A branch named where the record's own should be, as it stands in the text. */
export interface ForeignBranch {
  readonly name: string
  readonly quote: string
}

/** Names of branches that do in this text what only the ledger's own branch can do here. */
export function foreignBranchesIn(text: string, isOwn: (name: string) => boolean): ForeignBranch[] {
  return matchesOf(text, BRANCH).flatMap(({ 0: branch, index }) => {
    const [before] = LETTERS_BEFORE.exec(text.slice(Math.max(0, index - NAME_LENGTH), index)) ?? []
    const end = index + branch.length
    const doing = OWN_DOINGS.exec(text.slice(end, end + DOING_LENGTH))?.[0]
    if (before === undefined || doing === undefined || !isOwnPosition(text, index - before.length, before)) return []
    const name = before.replace(LEAD, '')
    if (MASKED.test(name) || name.replace(COMMON, '') === '' || name.length < 2 || isOwn(name)) return []
    if (WITH_ANOTHER.test(sentenceAround(text, index - before.length, end))) return []
    return [{ name: `${name}${branch}`, quote: `${name}${branch}${doing}` }]
  })
}

function isOwnPosition(text: string, start: number, before: string): boolean {
  return start - (text.lastIndexOf('\n', start) + 1) <= HEAD || BY_DECISION_OF.test(before)
}

/** Whether a name is of the ledger's own branch or one that the record itself brings in, however long or short it is written. */
export function isOwnName(name: string, branch: Branch, record: LedgerRecord): boolean {
  const own = [branch.name, ...branch.formerNames, ...branch.mergedFrom, ...record.jointBranches]
  const superior = branch.superior?.value ?? ''
  const guests = (record.attendance.guests?.names ?? []).map(({ value }) => value)
  const long = [...own.flatMap(({ value }) => [value, `${superior}${value}`]), superior, ...guests]
  const cores = own.map(({ value }) => core(value))
  return long.some((one) => isWithin(name, one)) || cores.some((one) => one !== '' && isWithin(one, name))
}

function core(name: string): string {
  return name.replace(/党支部$|支部委员会$|党总支$/u, '').replace(/^中共|^中国共产党/u, '')
}

/** Whether the characters of the short name stand in the long one in their order: 杏园一支部 in 杏园社区第一党支部. */
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const character of short) {
    at = long.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(...['。', '！', '？', '；', '\n'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1
  const to = text.slice(end).search(/[。！？；\n]/u)
  return text.slice(from, to < 0 ? text.length : end + to)
}
