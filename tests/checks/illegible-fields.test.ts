import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const OPTIONS = { asOf: '2026-07-31', period: '2026-01..2026-06' }
const BRANCH = `支部: {名称: 甲党支部, 书记: 王建国, 委员: [王建国, 李秀英, 赵敏]}
党员: [王建国, 李秀英, 赵敏]
`

/** A table in which `§` stands for what is in the cell at issue. */
interface Case {
  readonly rule: string
  readonly table: string
}

const CASES: readonly Case[] = [
  {
    rule: 'record/incomplete',
    table: `类型,日期,时间,地点,主持人,记录人,应到,实到,议题
党员大会,2026-03-12,14:30,§,王建国,李秀英,32,32,学习党章
`,
  },
  {
    rule: 'attendance/leave',
    table: `类型,日期,应到,实到,缺席人员及原因
党员大会,2026-03-12,32,30,§
`,
  },
  {
    rule: 'attendance/arithmetic',
    table: `类型,日期,应到,实到,请假人员,缺席人员
党员大会,2026-03-12,32,29,张三（病假）,§
`,
  },
  {
    rule: 'lecture/script',
    table: `类型,日期,题目,主讲人,讲稿
党课,2026-03-12,把身边的事办实,§,同志们：今天讲一讲怎样把身边的事办实。
`,
  },
  {
    rule: 'agenda/party-day',
    table: `类型,日期,主题,议题
主题党日,2026-03-12,春日,§
`,
  },
  {
    rule: 'agenda/organizational-life',
    table: `类型,日期,所属年度,主题,记录
组织生活会,2026-02-12,2025,2025年度组织生活会,§
`,
  },
  {
    rule: 'agenda/admission',
    table: `类型,日期,议题,记录
党员大会,2026-03-12,讨论接收钱多为预备党员,§
`,
  },
  {
    rule: 'agenda/discussion',
    table: `类型,日期,议题,议定事项,会议记录
党员大会,2026-03-12,表决通过活动室修缮方案,同意,§
党员大会,2026-06-12,学习,,王建国：我同意这个方案，尽快动工。
`,
  },
  {
    rule: 'decision/owner',
    table: `类型,日期,议定事项,责任人,时限
支委会,2026-03-12,检修活动室路灯,§,2026-04-30
`,
  },
  {
    rule: 'decision/overdue',
    table: `类型,日期,议定事项,责任人,时限,落实
支委会,2026-03-12,检修活动室路灯,赵敏,2026-04-30,§
`,
  },
  {
    rule: 'role/presider',
    table: `类型,日期,主持人,委托
党员大会,2026-03-12,孙立,§
`,
  },
  {
    rule: 'study/administrative',
    table: `类型,日期,议题,记录
党员大会,2026-03-12,物业收费标准和保洁招标,§
`,
  },
  {
    rule: 'study/share',
    table: `类型,日期,议题
党员大会,2026-03-12,1.部署消防安全检查 2.安排值班 3.听取物业费收缴情况
主题党日,2026-03-20,§
`,
  },
  {
    rule: 'record/vague-title',
    table: `类型,日期,主题,议题
主题党日,2026-03-12,3月主题党日,§
`,
  },
]

function judged({ rule, table }: Case, cell: string) {
  return judge(rule, { 'a.yaml': BRANCH, '甲党支部.csv': table.replace('§', cell) }, OPTIONS)
}

describe.each(CASES)('$rule', (one) => {
  test('holds an empty cell against the branch', () => {
    expect(judged(one, '').findings).toHaveLength(1)
  })

  test.each(['#REF!', '########'])('does not hold against it what %s has taken the place of', (cell) => {
    expect(judged(one, cell).findings).toEqual([])
  })
})

test.each(['', '#REF!'])('a record whose kind is %j may be the meeting that is not seen', (kind) => {
  const months = ['02', '03', '04', '05', '06'].map((month) => `支委会,2026-${month}-12`)
  const committee = `类型,日期\n${kind},2026-01-12\n${months.join('\n')}\n`
  expect(judge('frequency/committee', { '甲党支部.csv': committee }, OPTIONS)).toEqual({
    rule: 'frequency/committee',
    outcome: 'not-evaluated',
    reason: '1月12日记录没有写明类型，可能就是这次记录，无法判断2026年1月支部委员会会议的次数',
    findings: [],
  })
  const yearly = `类型,日期\n${kind},2026-02-12\n组织生活会,2025-02-12\n${['2025-10', '2025-11', '2025-12', '2026-01', '2026-03'].map((month) => `支委会,${month}-12`).join('\n')}\n`
  expect(judge('frequency/organizational-life', { '甲党支部.csv': yearly }, OPTIONS)).toMatchObject({
    outcome: 'not-evaluated',
    findings: [],
  })
})

test('a pair may have talked where the names of one talk were lost', () => {
  const table = (cell: string) => `类型,日期,谈话人,谈话对象
谈心谈话,2025-05-06,王建国,李秀英
谈心谈话,2025-05-07,王建国,赵敏
谈心谈话,2025-05-08,李秀英,${cell}
`
  const outcome = (cell: string) =>
    judge(
      'frequency/talks',
      { 'a.yaml': BRANCH, '甲党支部.csv': `${table(cell)}支委会,2025-01-05\n支委会,2025-12-05\n` },
      { asOf: '2026-01-31', period: '2025' },
    )
  expect(outcome('王建国').findings).toHaveLength(1)
  expect(outcome('赵敏').outcome).toBe('pass')
  expect(outcome('#N/A')).toMatchObject({ outcome: 'not-evaluated', findings: [] })
})

test('what stands to the right of a stray comma is not missing', () => {
  const table = `类型,日期,时间,地点,主持人,记录人,应到,实到,议题,议定事项
党员大会,2026-03-12,14:30,活动室,王建国,李秀英,32,30,学习党章,同意,报上级,备案
`
  for (const rule of ['record/incomplete', 'attendance/leave', 'agenda/discussion']) {
    expect(judge(rule, { '甲党支部.csv': table }, OPTIONS).findings).toEqual([])
  }
})

test.each(['全体党员', '见签到表', '30.5', '若干', '30/多'])(
  '实到 written as %s is not missing, and no number',
  (present) => {
    const table = `类型,日期,时间,地点,主持人,记录人,应到,实到,议题
党员大会,2026-03-12,14:30,活动室,王建国,李秀英,32,${present},学习党章
`
    for (const rule of ['record/incomplete', 'attendance/leave', 'attendance/arithmetic', 'attendance/turnout']) {
      expect(judge(rule, { '甲党支部.csv': table }, OPTIONS).findings).toEqual([])
    }
  },
)

test.each(['详见请假条', '见附件', '若干', '两名党员因病请假'])(
  '%s is nobody who was absent without a reason',
  (absences) => {
    const table = `类型,日期,应到,实到,缺席人员及原因\n党员大会,2026-03-12,32,30,${absences}\n`
    expect(judge('attendance/leave', { '甲党支部.csv': table }, OPTIONS)).toMatchObject({
      outcome: 'not-evaluated',
      findings: [],
    })
  },
)

test('a reason may stand behind a comma', () => {
  const table = (absences: string) => `类型,日期,应到,实到,缺席人员及原因\n党员大会,2026-03-12,32,29,"${absences}"\n`
  const found = (absences: string) =>
    judge('attendance/leave', { '甲党支部.csv': table(absences) }, OPTIONS).findings.map(({ message }) => message)
  expect(found('张三，出差；李四，生病；王五，值班')).toEqual([])
  expect(found('张三，出差；王五，值班；李四')).toEqual(['3月12日党员大会李四未到会，台账未见请假原因'])
})

test('a dash in place of 应到 says that nothing is known, not that nobody was due', () => {
  const table = '类型,日期,应到,实到\n党员大会,2026-03-12,—,30\n'
  expect(judge('attendance/arithmetic', { '甲党支部.csv': table }, OPTIONS).findings).toEqual([])
})
