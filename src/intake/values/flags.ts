import {
  APPRAISAL_GRADES,
  type AppraisalGrade,
  BRANCH_FORMS,
  type BranchForm,
  MEETING_MODES,
  MEMBER_STATUSES,
  type MeetingMode,
  type MemberStatus,
  RECORD_STATES,
  type RecordState,
  SCENES,
  type Scene,
} from '../../ledger/vocabulary.ts'
import { compact } from './fold.ts'

/** The words of a closed vocabulary and what else people write for each, in the order in which it is tried. */
type Wordings<T extends string> = Readonly<Partial<Record<T, RegExp>>>

function reader<T extends string>(words: readonly T[], wordings: Wordings<T>): (text: string) => T | undefined {
  const inOrder = Object.keys(wordings) as T[]
  return (text) => {
    const plain = compact(text)
    return words.find((word) => word === plain) ?? inOrder.find((word) => wordings[word]?.test(plain))
  }
}

const YES = /^(?:是|有|对|已|√|✓|✔|☑|[Yy](?:es)?|[Tt]rue|TRUE|YES|1|流动|属于|为流动党员)$/u
const NO = /^(?:否|无|不是|没有|未|×|✗|✘|✕|☐|[Nn]o?|[Ff]alse|FALSE|NO|0|非|不属于)$/u

/** 是 否 √ × 有 无; `undefined` for anything else. */
export function readYesNo(text: string): boolean | undefined {
  const plain = compact(text)
  if (YES.test(plain)) return true
  return NO.test(plain) ? false : undefined
}

/** 线下, 线上 or both (结合), as the meeting was held. */
export const readMode: (text: string) => MeetingMode | undefined = reader(MEETING_MODES, {
  结合: /线上.{0,2}线下|线下.{0,2}线上|混合|[线现].*结合|现场.{0,3}(?:视频|线上)|线上.{0,3}现场/u,
  线上: /^(?:线上|网上|网络|云端|远程|视频|电视电话|腾讯会议|钉钉|微信)|(?:视频|电视电话|网络|线上|云)会议?$/u,
  线下: /^(?:线下|现场|集中|当面|实地)/u,
})

/** Whether a record was held or is only planned, called off or put off. */
export const readState: (text: string) => RecordState | undefined = reader(RECORD_STATES, {
  取消: /取消|作废|撤销/u,
  延期: /延期|推迟|改期|顺延|延后/u,
  计划: /^(?:否$|计划|拟|未开|未召开|未开始|待召?开|待开展|筹备|准备|未开展|尚未)/u,
  已开: /^(?:是$|√|✓|已|完成|正常|如期|按期|结束|召开)/u,
})

export const readMemberStatus: (text: string) => MemberStatus | undefined = reader(MEMBER_STATUSES, {
  预备党员: /^(?:中共)?预备(?:党员|期)?$/u,
  正式党员: /^(?:中共)?(?:正式(?:党员)?|党员)$/u,
})

export const readScene: (text: string) => Scene | undefined = reader(SCENES, {
  离退休: /^离退休|^离休|^退休|老干部/u,
  社会组织: /^(?:社会组织|社会团体|社团|协会|商会|民办非企业|社会服务机构|基金会|行业协会)/u,
  非公: /^(?:非公|民营|民企|私营|私企|外资|合资)/u,
  国企: /^(?:国企|国有|央企|省属企业|市属企业|县属企业|国资)/u,
  高校: /^(?:高校|高等|大学|高职|大专|职业学院|学院)/u,
  学校: /^(?:学校|中小学|中学|小学|幼儿园|初中|高中|中职|职业高中|基础教育)/u,
  农村: /^(?:农村|行政?村|村$|村级|村党)/u,
  社区: /^(?:社区|居委|城市社区|居民区)/u,
  机关: /^(?:机关|党政机关|县直机关|市直机关|行政机关|政府机关)/u,
  事业单位: /^(?:事业|医院|公立医院|科研院所|卫生院)/u,
})

export const readBranchForm: (text: string) => BranchForm | undefined = reader(BRANCH_FORMS, {
  功能型: /^功能/u,
  联合: /^联合/u,
  临时: /^临时/u,
  流动: /^流动/u,
  普通: /^(?:普通|一般|单独|独立|单建|常规|正式)/u,
})

/** 评议等次; 不合格 is looked for before 合格 stands by itself. */
export const readGrade: (text: string) => AppraisalGrade | undefined = reader(APPRAISAL_GRADES, {
  优秀: /^(?:评为|评定为)?优秀(?:党员|等次|票数?|人数|人)?$/u,
  合格: /^(?:评为|评定为)?合格(?:党员|等次|票数?|人数|人)?$/u,
  基本合格: /^(?:评为|评定为)?基本合格(?:党员|等次|票数?|人数|人)?$/u,
  不合格: /^(?:评为|评定为)?不合格(?:党员|等次|票数?|人数|人)?$/u,
})
