/** The closed vocabularies of the ledger, in the words that ledgers use. Kinds of records are open: rulebooks declare them. */

export const SCENES = [
  '农村',
  '社区',
  '机关',
  '事业单位',
  '学校',
  '高校',
  '国企',
  '非公',
  '社会组织',
  '离退休',
  '其他',
] as const
export type Scene = (typeof SCENES)[number]

export const BRANCH_FORMS = ['普通', '联合', '临时', '流动', '功能型'] as const
export type BranchForm = (typeof BRANCH_FORMS)[number]

export const MEMBER_STATUSES = ['正式党员', '预备党员'] as const
export type MemberStatus = (typeof MEMBER_STATUSES)[number]

export const RECORD_STATES = ['计划', '已开', '取消', '延期'] as const
export type RecordState = (typeof RECORD_STATES)[number]

export const MEETING_MODES = ['线下', '线上', '结合'] as const
export type MeetingMode = (typeof MEETING_MODES)[number]

export const APPRAISAL_GRADES = ['优秀', '合格', '基本合格', '不合格'] as const
export type AppraisalGrade = (typeof APPRAISAL_GRADES)[number]

export const LEDGER_ORIGINS = ['yaml', 'table'] as const
export type LedgerOrigin = (typeof LEDGER_ORIGINS)[number]
