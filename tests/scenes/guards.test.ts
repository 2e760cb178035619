import { describe, expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { runExamples } from '../../src/examples.ts'
import { prepare } from '../../src/setup.ts'
import { type Judged, judge } from '../support/judge.ts'

/** How a guard says that nothing can or need be said. */
const NOT_JUDGED = /不(?:作)?判断|不适用|不下结论/u
/** What the ledger does not keep may be kept in another: that is told, with its name. */
const NOT_KEPT = /^台账(?:没有|从未登记).*不判断$/u
const config = 'extends: [base, scenes]\n'

interface Case {
  readonly scene: string
  readonly members?: string
  readonly meetings?: readonly string[]
  readonly registers?: Readonly<Record<string, readonly string[]>>
  readonly branch?: string
}

function ledgerOf({ scene, members, meetings = [], registers = {}, branch = '' }: Case): string {
  const entries = Object.entries(registers).map(
    ([kind, lines]) => `  ${kind}:\n${lines.map((line) => `    - {${line}}\n`).join('')}`,
  )
  return [
    `支部: {名称: 甲支部, 领域: ${scene}${branch}}\n`,
    members === undefined ? '' : `党员: [${members}]\n`,
    meetings.length === 0 ? '' : `组织生活:\n${meetings.map((meeting) => `  - {${meeting}}\n`).join('')}`,
    entries.length === 0 ? '' : `专项台账:\n${entries.join('')}`,
  ].join('')
}

function judged(rule: string, ledger: Case, asOf: string, period?: string): Judged {
  return judge(rule, ledgerOf(ledger), { asOf, config, ...(period !== undefined && { period }) })
}

const H1 = ['2026-07-31', '2026-01..2026-06'] as const
const Q1 = ['2026-04-30', '2026-01..2026-03'] as const
const TERM = ['2026-09-30', '2026-02..2026-08'] as const

describe('what is said not to be judged is neither a fault nor in order', () => {
  const setup = prepare({ asOf: day('2026-12-31'), rulebooks: ['base', 'scenes'] })
  const local = setup.ruleSet.rules.filter(({ at }) => at.file.includes('scenes/'))
  const runs = runExamples(setup, local).filter(({ guard }) => guard !== undefined && NOT_JUDGED.test(guard))

  test.each(runs.map((run) => [run.rule, run.guard, run] as const))('%s: %s', (_rule, guard = '', { outcome }) => {
    expect(outcome).toMatch(NOT_KEPT.test(guard) ? /^not-evaluated$/ : /^not-/)
  })
})

test.each([
  ['rural/openness', '社区'],
  ['community/council', '农村'],
  ['school/care', '高校'],
  ['agency/integrity', '国企'],
  ['private/off-hours', '社会组织'],
])('%s is not for a branch of %s', (rule, scene) => {
  expect(judged(rule, { scene }, ...Q1).outcome).toBe('not-applicable')
})

describe('the common day', () => {
  const day = (date: string, more = '', branch = '') => ({
    scene: '社区',
    branch,
    meetings: [`类型: 党员活动日, 日期: ${date}${more}`],
  })

  test.each([['2026-03-25'], ['2026-03-31'], ['2026-04-01']])('%s is near enough to the 28th, a Saturday', (date) => {
    expect(judged('community/activity-day', day(date), '2026-04-30', '2026-03').findings).toEqual([])
  })

  test('the day before that is not', () => {
    expect(judged('community/activity-day', day('2026-03-24'), '2026-04-30', '2026-03').findings).toMatchObject([
      { severity: 'info', message: '2026年3月主题党日于2026-03-24开展，与当月固定日2026-03-28相差4天' },
    ])
  })

  test('a branch with a day of its own is judged by that', () => {
    const own = day('2026-03-10', '', ', 主题党日: 每月10日')
    expect(judged('community/activity-day', own, '2026-04-30', '2026-03')).toMatchObject({
      outcome: 'not-applicable',
      reason: '支部写明了自己的固定日',
    })
  })

  test('who gives a reason is not told', () => {
    const moved = day('2026-03-10', ', 原因: 月底防汛值守')
    expect(judged('rural/activity-day', { ...moved, scene: '农村' }, '2026-04-30', '2026-03').findings).toEqual([])
  })
})

describe('pairs', () => {
  test.each([
    ['rural/reserve-mentor', '农村', '后备干部', '已任职村委会委员', ...H1],
    ['rural/pairing-visits', '农村', '结对帮扶', '已脱贫', ...Q1],
    ['community/pairing-visits', '社区', '结对帮扶', '解除结对', ...Q1],
    ['school/mentor-contact', '学校', '德育导师', '已毕业', ...TERM],
    ['school/sponsorship', '学校', '结对帮扶', '已毕业', ...TERM],
    ['college/cultivation', '高校', '培养考察', '列为发展对象', ...TERM],
  ] as const)('%s: what has ended owes nothing more', (rule, scene, kind, end, asOf, period) => {
    const entries = ['日期: 2025-03-02, 人员: [孙立], 对象: [吴老], 内容: 结对']
    expect(judged(rule, { scene, registers: { [kind]: entries } }, asOf, period).outcome).toBe('fail')
    const ended = [...entries, `日期: 2025-12-20, 人员: [孙立], 对象: [吴老], 结果: ${end}`]
    expect(judged(rule, { scene, registers: { [kind]: ended } }, asOf, period).findings).toEqual([])
  })

  test('the period in which a pair began is not demanded whole', () => {
    const registers = {
      结对帮扶: [
        '日期: 2026-01-02, 人员: [孙立], 对象: [吴老], 内容: 结对',
        '日期: 2026-04-02, 人员: [周强], 对象: [郑老], 内容: 结对',
      ],
    }
    expect(judged('rural/pairing-visits', { scene: '农村', registers }, ...Q1).findings).toEqual([])
  })
})

describe('recreation', () => {
  const day = (title: string) => ({ scene: '学校', meetings: [`类型: 主题党日, 日期: 2026-03-08, 主题: ${title}`] })

  test('by itself is no party day', () => {
    expect(judged('form/recreation', day('三八健美操比赛'), ...Q1).findings).toMatchObject([
      { severity: 'warning', message: '2026-03-08的主题党日只见文体娱乐活动，台账未见学习、议事或服务的内容' },
    ])
  })

  test.each(['参观烈士陵园后联欢', '为运动会提供志愿服务', '学习党章，会后拔河', '红色景区一日游', '帮果农采摘苹果'])(
    '%s is',
    (title) => {
      expect(judged('form/recreation', day(title), ...Q1).findings).toEqual([])
    },
  )

  test('a sports day that is no meeting of the branch is none of its business', () => {
    const ledger = { scene: '学校', meetings: ['类型: 运动会, 日期: 2026-03-08, 主题: 教工运动会'] }
    expect(judged('form/recreation', ledger, ...Q1).findings).toEqual([])
  })
})

describe('deadlines', () => {
  const meeting = (deadline: string) => ({
    scene: '社区',
    meetings: [`类型: 支委会, 日期: 2026-03-12, 议定事项: [{事项: 整理活动室, 责任人: 赵敏${deadline}}]`],
  })

  test('before the meeting are a clue with both days', () => {
    expect(judged('decision/deadline-order', meeting(', 时限: 2026-03-01'), ...Q1).findings).toMatchObject([
      {
        nature: 'clue',
        message: '疑似日期有误：2026-03-12的会议，议定事项的时限（2026-03-01）早于会议日期，请核对原始记录',
      },
    ])
  })

  test.each([', 时限: 2026-03-12', ', 时限: 长期坚持', ', 时限: 月底前', ''])('%s is none', (deadline) => {
    expect(judged('decision/deadline-order', meeting(deadline), ...Q1).findings).toEqual([])
  })
})

describe('hours outside work', () => {
  const four = (last: string) => ({
    scene: '非公',
    meetings: ['01-28', '02-26', '03-30']
      .map((date) => `类型: 主题党日, 日期: 2026-${date}, 时间: 14:30-16:00`)
      .concat(last),
  })

  test.each([
    ['in the evening', '类型: 主题党日, 日期: 2026-04-28, 时间: 19:30-21:00'],
    ['at noon', '类型: 主题党日, 日期: 2026-04-28, 时间: 12:00-13:00'],
    ['on a Sunday', '类型: 主题党日, 日期: 2026-04-26, 时间: 14:30-16:00'],
    ['online', '类型: 主题党日, 日期: 2026-04-28, 时间: 14:30-16:00, 召开方式: 线上'],
  ])('%s: nothing to hint at, and no finding for the hour', (_, last) => {
    expect(judged('private/off-hours', four(last), '2026-06-30')).toMatchObject({ outcome: 'pass', findings: [] })
    expect(judged('record/hour', four(last), '2026-06-30').findings).toEqual([])
  })

  test.each([
    ['2026-05-01', 'pass', 'a holiday'],
    ['2026-02-28', 'fail', 'a Saturday on which people work'],
  ])('%s: %s, for it is %s', (date, outcome) => {
    const last = `类型: 主题党日, 日期: ${date}, 时间: 14:30-16:00`
    expect(judged('private/off-hours', four(last), '2026-06-30').outcome).toBe(outcome)
  })

  test('three meetings are too few to speak of', () => {
    expect(
      judged('private/off-hours', { scene: '非公', meetings: four('').meetings.slice(0, 3) }, '2026-06-30').findings,
    ).toEqual([])
  })
})

describe('the council of a community', () => {
  test('with a party day in one record counts as one', () => {
    const meetings = ['01-28', '02-27', '03-28'].map((date) => `类型: 党员活动日、党员参政议事会, 日期: 2026-${date}`)
    expect(judged('community/council', { scene: '社区', meetings }, ...Q1).outcome).toBe('pass')
  })

  test('without its items leaves the five topics open', () => {
    const meetings = ['类型: 议事会, 日期: 2025-03-28', '类型: 议事会, 日期: 2025-06-28, 主题: 停车']
    expect(judged('community/council-topics', { scene: '社区', meetings }, '2026-01-31', '2025').outcome).toBe(
      'not-evaluated',
    )
  })

  test('a short record is not held against the steps', () => {
    const meetings = ['类型: 议事会, 日期: 2026-03-28, 记录: 议停车一事。, 议定事项: [{事项: 画线, 责任人: 赵敏}]']
    expect(judged('community/council-procedure', { scene: '社区', meetings }, ...Q1).findings).toEqual([])
  })
})

test('rank by rank: who is listed with no rank owes no pair', () => {
  const ledger = {
    scene: '社区',
    members: '{姓名: 孙立}, {姓名: 赵敏, 职级: 正科}, {姓名: 周强, 岗位状态: 致富带头}',
    registers: { 结对帮扶: ['日期: 2025-03-02, 人员: [赵敏], 对象: [吴老]'] },
  }
  expect(judged('community/pairing-load', ledger, '2026-01-31', '2025').findings.map(({ subject }) => subject)).toEqual(
    ['2025 周强'],
  )
})

describe('last year’s rectification', () => {
  const meeting = (more: string) => ({
    scene: '社区',
    meetings: [`类型: 组织生活会, 日期: 2026-02-25, 所属年度: 2025${more}`],
  })

  test('reported in the same days at another meeting is reported', () => {
    const ledger = meeting(', 议题: [查摆问题, 批评和自我批评]')
    const other = '类型: 党员大会, 日期: 2026-03-05, 主题: 通报组织生活会整改情况'
    expect(judged('agenda/rectification-report', ledger, ...Q1).findings).toMatchObject([{ severity: 'info' }])
    expect(
      judged('agenda/rectification-report', { ...ledger, meetings: [...ledger.meetings, other] }, ...Q1).outcome,
    ).toBe('pass')
  })
})

test('a member who is not mobile, or exempt, owes no contact', () => {
  const registers = { 流动党员联系: ['日期: 2026-02-10, 人员: [王建国], 对象: [钱多]'] }
  const members = '{姓名: 钱多, 流动: 是}, {姓名: 孙立}, {姓名: 吴老, 流动: 是, 不作硬性要求: 年老体弱}'
  expect(judged('member/mobile-contact', { scene: '农村', members, registers }, ...H1)).toMatchObject({
    outcome: 'pass',
    findings: [],
  })
})

test.each([
  ['2026-02-22', 'a week before the year is over'],
  ['2025-02-20', 'before the probation'],
])('a meeting of %s is not early: %s', (date) => {
  const ledger = (on: string) => ({
    scene: '社区',
    members: '{姓名: 钱多, 人员类别: 预备党员, 预备期起: 2025-03-01}',
    meetings: [`类型: 党员大会, 日期: ${on}, 议题: [讨论钱多转正]`],
  })
  expect(judged('development/early-conversion', ledger('2026-02-21'), '2026-06-30').outcome).toBe('fail')
  expect(judged('development/early-conversion', ledger(date), '2026-06-30').findings).toEqual([])
})

test('one who is taken in while another is confirmed is not confirmed early', () => {
  const ledger = {
    scene: '社区',
    members: '{姓名: 钱多, 人员类别: 预备党员, 预备期起: 2026-03-01}',
    meetings: ['类型: 党员大会, 日期: 2026-03-01, 议题: [讨论接收钱多为预备党员、孙立转正]'],
  }
  expect(judged('development/early-conversion', ledger, '2026-06-30').findings).toEqual([])
})

test('a post of less than a year needs no review yet', () => {
  const registers = { 党员示范岗: ['日期: 2026-02-10, 人员: [孙立], 内容: 环境监督岗'] }
  expect(judged('member/post-review', { scene: '农村', registers }, '2026-12-31').outcome).not.toBe('fail')
  expect(judged('member/post-review', { scene: '农村', registers }, '2027-03-01').outcome).toBe('fail')
})
