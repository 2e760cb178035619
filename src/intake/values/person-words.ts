import { beginsWithSurname, hasCompoundSurname } from './surnames.ts'

const OFFICE =
  '(?:书记|委员|支委|主任|组长|[科处局院校站所队厂部会区镇乡村行社园班]长|经理|董事长|教师|老师|医生|同志|党员|积极分子|发展对象|指导员|组织员|联络员|网格员|民警|干事|干部|教授|讲师|工程师|会计|主席|常委|调研员|科员|主持人|记录人|召集人)'
const WHOLE_OFFICE = new RegExp(`^\\p{Script=Han}{0,10}${OFFICE}$`, 'u')
const OFFICE_BEFORE = new RegExp(`^(\\p{Script=Han}{0,10}?${OFFICE})(\\p{Script=Han}{2,4})$`, 'u')
const OFFICE_AFTER = new RegExp(`^(\\p{Script=Han}{2,3})(\\p{Script=Han}{0,6}?${OFFICE})$`, 'u')

/** How a reason for not being there, or a standing at the meeting, begins. */
const REASON =
  /^(?:[均都皆]|因|由于|请|[事病公休年产婚丧探补调]假|年休|休|陪产|哺乳|护理|出差|出国|出境|外出|外地|在外|在岗|在京|生病|患病|住院|看病|就医|手术|身体|有事|临时|家中|家里|个人原因|值班|值守|值勤|执勤|加班|上班|夜班|倒班|轮休|学习|培训|进修|参训|开会|参会|参加|务工|打工|探亲|缺席|缺勤|列席|迟到|早退|未到|未参|无故|旷|借调|挂职|驻村|下乡|下村|隔离|年老|年迈|体弱|行动不便|流动|公务|公差|送孩|照顾|线上|视频|书面|代)/u

/** What a list says of many at once, and words for bodies: no names. */
const NOT_A_NAME =
  /全体|全部|所有|其中|各|其他|其余|以上|党员|干部|人员|支部|小组|单位|部门|科室|领导|群众|代表|街道|社区|工委|党委|总支|居委|村委|公司|学校|机关|会议|到会|参会|请假|缺席|缺勤|原因|名单|情况|应到|实到|出勤|详见|附件|签到|无故|同上|若干|多数|部分|不详|不明|未知|另附|见表/u

const HAN_NAME = /^[\p{Script=Han}〇×*○某Xx]{2,4}$/u
/** 买买提·艾力, and names in Latin letters. */
const OTHER_NAME = /^[\p{Script=Han}]{1,10}(?:[·•・.．‧][\p{Script=Han}]{1,10})+$|^[A-Za-z][A-Za-z.' -]*[A-Za-z.]$/u

/** Names of other peoples may be longer, or written without their dot: 尼玛次仁. */
const MAY_BE_NAME = /^\p{Script=Han}{2,6}$/u

/** Whether a wording that is no known form of a name cannot be one either: 详见签到表, 外出务工2人. */
export function isNoName(text: string): boolean {
  return !OTHER_NAME.test(text) && (!MAY_BE_NAME.test(text) || NOT_A_NAME.test(text))
}

const BARE_OFFICE = new RegExp(`^${OFFICE}$`, 'u')

/** An office and nothing else: 书记, though 书记 has the shape of a name. */
export function isBareOffice(text: string): boolean {
  return BARE_OFFICE.test(text)
}

export function isOffice(text: string): boolean {
  return WHOLE_OFFICE.test(text)
}

export function isReason(text: string): boolean {
  return REASON.test(text)
}

/** Whether the text has the shape of a name and is no known word for something else. */
export function looksLikeName(text: string): boolean {
  if (OTHER_NAME.test(text)) return true
  return HAN_NAME.test(text) && !NOT_A_NAME.test(text) && (text.length < 4 || isOfFour(text))
}

/** Four characters make a name with a compound surname, a double surname or a mask; most other words of four do not. */
function isOfFour(text: string): boolean {
  return hasCompoundSurname(text) || beginsWithSurname(text) || /[×*○某]/u.test(text)
}

export interface NameAndMark {
  readonly name: string
  readonly mark?: string
  /** Whether the mark stands behind the name and is no office: a reason, which may hold for those named before too. */
  readonly reason?: true
  /** From the start of the text to the name. */
  readonly offset: number
}

/** Takes words run together apart: `书记王建国`, `张三同志`, `李四因病请假`. */
export function nameOf(text: string): NameAndMark | undefined {
  return withReason(text) ?? withOffice(text) ?? (looksLikeName(text) ? { name: text, offset: 0 } : undefined)
}

/** The longest name for which the rest is a reason. */
function withReason(text: string): NameAndMark | undefined {
  for (const length of [4, 3, 2]) {
    const name = text.slice(0, length)
    if (name.endsWith('因')) continue
    const rest = text.slice(length).replace(/^(?:同志)?[-:]*/u, '')
    if (rest.length < 2 && rest !== '病' && rest !== '休') continue
    if (isReason(rest) && looksLikeName(name) && isNamePlain(name, length)) {
      return { name, mark: rest.replace(/^[均都皆]/u, ''), reason: true, offset: 0 }
    }
  }
  return undefined
}

function isNamePlain(name: string, length: number): boolean {
  return length === 4 ? hasCompoundSurname(name) : beginsWithSurname(name)
}

function withOffice(text: string): NameAndMark | undefined {
  const before = OFFICE_BEFORE.exec(text)
  if (before?.[1] && before[2] && beginsWithSurname(before[2]) && looksLikeName(before[2]) && !isOffice(before[2])) {
    return { name: before[2], mark: before[1], offset: before[1].length }
  }
  const after = OFFICE_AFTER.exec(text)
  if (!after?.[1] || !after[2] || !beginsWithSurname(after[1]) || !looksLikeName(after[1])) return undefined
  return after[2] === '同志' ? { name: after[1], offset: 0 } : { name: after[1], mark: after[2], offset: 0 }
}
