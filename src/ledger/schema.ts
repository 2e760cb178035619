import * as z from 'zod'
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { Evidence, located, Place } from '../source/place.ts'
import { CONTENT_CLASSES } from '../text/content-class.ts'
import {
  APPRAISAL_GRADES,
  BRANCH_FORMS,
  LEDGER_ORIGINS,
  MEETING_MODES,
  MEMBER_STATUSES,
  RECORD_STATES,
  SCENES,
} from './vocabulary.ts'

const Day = z.custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== undefined)
const Text = located(z.string())
const LocatedDay = located(Day)
const Whole = located(z.int().nonnegative())
const Amount = located(z.number().nonnegative())

/** Minutes since midnight; `end` may pass 1440 where a meeting runs over midnight. */
export const TimeSpan = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative().optional() })
  .readonly()
export type TimeSpan = z.infer<typeof TimeSpan>

/** The day on which a branch regularly holds its 主题党日. */
export const FixedDay = z
  .union([
    z.strictObject({ type: z.literal('day-of-month'), day: z.int().min(1).max(31) }),
    /** `nth` counts from 1; -1 is the last of the month. `weekday` 1 (Monday) to 7 (Sunday). */
    z.strictObject({ type: z.literal('weekday'), nth: z.int().min(-1).max(5), weekday: z.int().min(1).max(7) }),
    z.strictObject({ type: z.literal('last-day') }),
  ])
  .readonly()
export type FixedDay = z.infer<typeof FixedDay>

/** A person in an office, from and to a day where the ledger says so (both inclusive). */
export const Tenure = z.strictObject({ name: Text, from: Day.optional(), to: Day.optional() }).readonly()
export type Tenure = z.infer<typeof Tenure>

/** 党小组. */
export const Group = z.strictObject({ name: Text, leader: Text.optional() }).readonly()
export type Group = z.infer<typeof Group>

export const Branch = z
  .strictObject({
    /** 编号, else the name (with 上级 before it where two branches share a name). */
    id: z.string(),
    name: Text,
    formerNames: z.array(Text).readonly(),
    code: Text.optional(),
    superior: Text.optional(),
    scene: located(z.enum(SCENES)).optional(),
    form: located(z.enum(BRANCH_FORMS)).optional(),
    secretaries: z.array(Tenure).readonly(),
    deputies: z.array(Tenure).readonly(),
    /** Absent where the ledger does not say; empty where it says that there is none. */
    committee: z.array(Tenure).readonly().optional(),
    groups: z.array(Group).readonly().optional(),
    founded: LocatedDay.optional(),
    dissolved: LocatedDay.optional(),
    mergedFrom: z.array(Text).readonly(),
    /** The day on which the running term began (换届). */
    termStart: LocatedDay.optional(),
    /** Years. */
    termLength: Amount.optional(),
    termExtension: z
      .strictObject({ document: Text.optional(), until: LocatedDay.optional(), at: Place })
      .readonly()
      .optional(),
    partyDay: located(FixedDay).optional(),
    at: Place,
  })
  .readonly()
export type Branch = z.infer<typeof Branch>

/** 不作硬性要求: a time in which nothing is demanded of a member. */
export const Exemption = z.strictObject({ reason: Text, from: Day.optional(), to: Day.optional() }).readonly()
export type Exemption = z.infer<typeof Exemption>

export const Member = z
  .strictObject({
    name: Text,
    code: Text.optional(),
    gender: Text.optional(),
    birth: LocatedDay.optional(),
    /** 入党. */
    joined: LocatedDay.optional(),
    status: located(z.enum(MEMBER_STATUSES)).optional(),
    probationStart: LocatedDay.optional(),
    group: Text.optional(),
    /** 岗位状态: 在职 务农 退休 …; open. */
    post: Text.optional(),
    /** 职务. */
    office: Text.optional(),
    rank: Text.optional(),
    mobile: located(z.boolean()).optional(),
    exemptions: z.array(Exemption).readonly(),
    movedIn: LocatedDay.optional(),
    movedOut: LocatedDay.optional(),
    died: LocatedDay.optional(),
    /** 停止党籍. */
    suspended: LocatedDay.optional(),
    at: Place,
  })
  .readonly()
export type Member = z.infer<typeof Member>

/** A number of people, their names, or both, as the ledger gives them. */
export const Count = z
  .strictObject({ number: Whole.optional(), names: z.array(Text).readonly().optional(), at: Place })
  .readonly()
export type Count = z.infer<typeof Count>

/** One who was not there; with a reason it is a 请假. */
export const Absence = z.strictObject({ name: Text, reason: Text.optional() }).readonly()
export type Absence = z.infer<typeof Absence>

/** Those who were not there: a number, names with or without reasons, or both. */
export const Absences = z
  .strictObject({ number: Whole.optional(), list: z.array(Absence).readonly().optional(), at: Place })
  .readonly()
export type Absences = z.infer<typeof Absences>

export const Attendance = z
  .strictObject({
    due: Count.optional(),
    present: Count.optional(),
    leave: Absences.optional(),
    absent: Absences.optional(),
    /** 列席: never part of due or present. */
    guests: Count.optional(),
    /** Of those due, the ones with a vote. */
    votersDue: Count.optional(),
    votersPresent: Count.optional(),
    /** Of those due, 流动 and 行动不便 where the ledger gives them apart from 请假 and 缺席. */
    mobile: Count.optional(),
    unable: Count.optional(),
  })
  .readonly()
export type Attendance = z.infer<typeof Attendance>

export const Vote = z
  .strictObject({
    due: Whole.optional(),
    present: Whole.optional(),
    method: Text.optional(),
    issued: Whole.optional(),
    returned: Whole.optional(),
    valid: Whole.optional(),
    written: Whole.optional(),
    approve: Whole.optional(),
    against: Whole.optional(),
    abstain: Whole.optional(),
    result: Text.optional(),
    at: Place,
  })
  .readonly()
export type Vote = z.infer<typeof Vote>

export const Speech = z
  .strictObject({ name: Text.optional(), content: Text.optional(), mode: Text.optional(), at: Place })
  .readonly()
export type Speech = z.infer<typeof Speech>

export const AgendaItem = z
  .strictObject({
    /** 1 for the first item of its record, in the order written. */
    number: z.int().positive(),
    content: Text,
    /** As the ledger labels it; the classifier speaks where it does not. */
    label: located(z.enum(CONTENT_CLASSES)).optional(),
    minutes: Amount.optional(),
    speaker: Text.optional(),
    speeches: z.array(Speech).readonly(),
    vote: Vote.optional(),
    at: Place,
  })
  .readonly()
export type AgendaItem = z.infer<typeof AgendaItem>

export const Decision = z
  .strictObject({
    number: z.int().positive(),
    task: Text,
    owner: Text.optional(),
    /** A day where the ledger names one; `deadlineText` keeps wordings such as 长期坚持. */
    deadline: LocatedDay.optional(),
    deadlineText: Text.optional(),
    result: Text.optional(),
    at: Place,
  })
  .readonly()
export type Decision = z.infer<typeof Decision>

/** 评议结果: how many, or who, received each grade. */
export const Appraisal = z
  .strictObject({ grades: z.partialRecord(z.enum(APPRAISAL_GRADES), Count).readonly(), at: Place })
  .readonly()
export type Appraisal = z.infer<typeof Appraisal>

/** 讲稿: text in the ledger, or a file that the ledger names. */
export const Script = z
  .strictObject({
    text: z.string(),
    /** Where the text begins. */
    at: Place,
    /** Whether its lines are not those of the file. */
    reflowed: z.literal(true).optional(),
    /** Where the ledger names it. */
    namedAt: Place,
  })
  .readonly()
export type Script = z.infer<typeof Script>

/** A kind that a record bears; `implied` where the ledger does not say it but the rules count it so. */
export const Kind = z
  .strictObject({ value: z.string(), at: Place, raw: z.string().optional(), implied: z.literal(true).optional() })
  .readonly()
export type Kind = z.infer<typeof Kind>

/** One dated entry of a ledger: a meeting, a lecture, a party day, or an entry of a register. */
export const LedgerRecord = z
  .strictObject({
    /** Its 编号, else `2026-03-12 党员大会`, with group and time where two would be alike. Unique in its ledger. */
    key: z.string(),
    code: Text.optional(),
    /** The register (专项台账) that it is an entry of; absent for 组织生活. */
    register: z.string().optional(),
    kinds: z.array(Kind).readonly(),
    date: LocatedDay.optional(),
    /** Last day, where the entry spans several. */
    endDate: LocatedDay.optional(),
    /** As written, where it is a day that does not exist (2月30日). */
    impossibleDate: Text.optional(),
    /** As written, where no day can be read from it (上旬, or 3.20 without a year). */
    unreadDate: Text.optional(),
    /** A weekday written beside the date, 1 (Monday) to 7 (Sunday). */
    statedWeekday: located(z.int().min(1).max(7)).optional(),
    time: located(TimeSpan).optional(),
    /** 上午 or 晚上: says when, though not at what hour. */
    halfDay: Text.optional(),
    /** Minutes, where the ledger states a length of its own. */
    duration: Amount.optional(),
    state: located(z.enum(RECORD_STATES)).optional(),
    /** 原因 of a 取消 or 延期. */
    reason: Text.optional(),
    /** 补开: the id of the period that a make-up meeting stands for. */
    makeUpFor: Text.optional(),
    /** 所属年度. */
    year: Whole.optional(),
    groups: z.array(Text).readonly(),
    place: Text.optional(),
    mode: located(z.enum(MEETING_MODES)).optional(),
    jointBranches: z.array(Text).readonly(),
    /** 主题, or 题目 of a lecture. */
    title: Text.optional(),
    /** 形式: how it was held. */
    form: Text.optional(),
    chair: Text.optional(),
    /** 委托, where another than the one in office presides. */
    delegation: Text.optional(),
    recorder: Text.optional(),
    lecturer: Text.optional(),
    attendance: Attendance,
    /** Whom a remark (备注) says to have been away, and why: perhaps not all that were. */
    remarkedAbsences: z.array(Absence).readonly().optional(),
    agenda: z.array(AgendaItem).readonly(),
    minutes: Text.optional(),
    decisions: z.array(Decision).readonly(),
    appraisal: Appraisal.optional(),
    script: Script.optional(),
    /** 人员 and 对象 of a register's entry. */
    people: z.array(Text).readonly(),
    counterparts: z.array(Text).readonly(),
    /** 内容 and 结果 of a register's entry. */
    content: Text.optional(),
    result: Text.optional(),
    hours: Amount.optional(),
    /** 记录日期, on paper. */
    writtenOn: LocatedDay.optional(),
    /** 录入: into the ledger or platform. */
    enteredOn: LocatedDay.optional(),
    /** 补录说明. */
    lateNote: Text.optional(),
    /** 材料来源, where the material was issued for all. */
    materialSource: Text.optional(),
    attachments: z.array(Text).readonly(),
    /** Fields that the model has no name for, by the key as written: rulebooks may ask for them. */
    others: z.record(z.string(), Text).readonly(),
    /** Fields in which something is written that could not be read, by the names that intake has for them. */
    illegible: z.array(z.string()).readonly().optional(),
    at: Place,
  })
  .readonly()
export type LedgerRecord = z.infer<typeof LedgerRecord>

/** All that was handed in for one branch. */
export const Ledger = z
  .strictObject({
    branch: Branch,
    /** Absent where no roster was handed in: what needs one is then unknown. */
    members: z.array(Member).readonly().optional(),
    /** By date, then by place. */
    records: z.array(LedgerRecord).readonly(),
    /** The registers (专项台账) that the ledger keeps, the empty ones too. */
    registers: z.array(z.string()).readonly(),
    /** What it was handed in as: a table has no registers and usually no roster. */
    origins: z.array(z.enum(LEDGER_ORIGINS)).readonly(),
    files: z.array(z.string()).readonly(),
    /** What stands in its files and could not be read as a record: an empty month may be one of these. */
    lost: z.array(Evidence).readonly().optional(),
  })
  .readonly()
export type Ledger = z.infer<typeof Ledger>
