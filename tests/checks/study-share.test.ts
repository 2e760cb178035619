import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

interface Options {
  readonly asOf?: string
  readonly period?: string
}

function share(records: string, { asOf = '2026-04-30', period = '2026Q1' }: Options = {}) {
  return judge('study/share', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n${records}`, { asOf, period })
}

function meeting(items: readonly string[], fields = '类型: 党员大会, 日期: 2026-03-12') {
  const agenda = items.map((item) => `      - {内容: ${item}}`).join('\n')
  return `  - ${fields.split(', ').join('\n    ')}\n    议题:\n${agenda}`
}

const STUDY = '学习党章'
const WORK = '布置消防安全检查'

test('three of ten items are three tenths, two of ten are not', () => {
  const items = (study: number) => [...Array(study).fill(STUDY), ...Array(10 - study).fill(WORK)]
  expect(share(meeting(items(3))).outcome).toBe('pass')
  expect(share(meeting(items(2))).findings).toMatchObject([
    {
      subject: '2026Q1',
      nature: 'breach',
      severity: 'warning',
      message:
        '2026年第一季度能归类的议题10项，其中政治学习2项，占20%，低于30%；其他的有“布置消防安全检查”（消防安全、布置）、“布置消防安全检查”（消防安全、布置）、“布置消防安全检查”（消防安全、布置）等8项',
      evidence: [{ line: 8, column: 14, excerpt: WORK }, { line: 9 }, { line: 10 }, { line: 11 }, { line: 12 }],
    },
  ])
})

test('a mixed item counts half', () => {
  const mixed = '传达学习会议精神，安排防汛值班'
  expect(share(meeting([mixed, mixed, mixed, WORK, WORK])).outcome).toBe('pass')
  expect(share(meeting([mixed, mixed, WORK, WORK, WORK])).findings.map(({ data }) => data.share)).toEqual([0.2])
})

test('minutes decide where every item has them', () => {
  const timed = (study: number) => [`${STUDY}, 时长: ${study}`, `${WORK}, 时长: 35`, '安排春节值班, 时长: 35']
  expect(share(meeting(timed(30))).outcome).toBe('pass')
  expect(share(meeting(timed(29))).findings.map(({ message }) => message)).toEqual([
    '2026年第一季度议题共99分钟，其中政治学习29分钟，占29%，低于30%；其他的有“布置消防安全检查”（消防安全、布置）、“安排春节值班”（值班、安排）',
  ])
})

test('items decide where one has no minutes', () => {
  expect(share(meeting([`${STUDY}, 时长: 5`, `${WORK}, 时长: 100`, '安排春节值班'])).outcome).toBe('pass')
})

test('admissions, elections and criticism stay out of the base', () => {
  const party = ['讨论接收钱多为预备党员', '研究支部换届候选人', '开展批评和自我批评', '民主评议党员']
  expect(share(meeting([STUDY, WORK, '安排春节值班', ...party])).outcome).toBe('pass')
  expect(share(meeting([STUDY, WORK, '安排春节值班', '通报党费收缴', '研究支部工作计划'])).outcome).toBe('fail')
})

test('a paper on admissions that is studied is study', () => {
  expect(share(meeting(['学习《中国共产党发展党员工作细则》', WORK, '安排春节值班'])).outcome).toBe('pass')
})

test('a 党课 is study whatever its title, and an 组织生活会 and a 支委会 stay out', () => {
  const work = meeting([WORK, '安排春节值班'])
  const lecture = '  - {类型: 党课, 日期: 2026-03-20, 题目: 把安全生产抓在手上}'
  expect(share(`${work}\n${lecture}`).outcome).toBe('pass')
  const life = meeting([WORK, WORK, WORK], '类型: 组织生活会, 日期: 2026-03-21')
  const committee = meeting([WORK, WORK, WORK], '类型: 支委会, 日期: 2026-03-22')
  expect(share(`${work}\n${lecture}\n${life}\n${committee}`).outcome).toBe('pass')
})

test('the label of the ledger wins', () => {
  expect(share(meeting([`${WORK}, 类别: 政治学习`, WORK, '安排春节值班'])).outcome).toBe('pass')
  expect(share(meeting([`${STUDY}, 类别: 行政业务`, WORK, '安排春节值班'])).outcome).toBe('fail')
})

test('what cannot be classified stays out', () => {
  expect(share(meeting([STUDY, WORK, '安排春节值班', '某某', '其余', '签到'])).outcome).toBe('pass')
  expect(share(meeting(['某某']))).toMatchObject({
    outcome: 'not-evaluated',
    reason: '2026年第一季度的会议没有写明议题，或议题无法归类',
  })
})

test('two items are too few to find fault with, three are not', () => {
  expect(share(meeting([WORK, WORK]))).toMatchObject({
    outcome: 'not-evaluated',
    reason: '2026年第一季度能归类的议题只有2项，太少，不作判断',
  })
  expect(share(meeting([WORK, WORK, WORK])).outcome).toBe('fail')
})

test('minutes and titles speak where there is no agenda, and the finding says so', () => {
  const told = `  - {类型: 党员大会, 日期: 2026-03-12, 记录: 会议布置了消防安全检查。随后安排春节值班。}\n  - {类型: 主题党日, 日期: 2026-03-28, 主题: 物业费收缴}`
  expect(share(told).findings.map(({ message }) => message)).toEqual([
    '2026年第一季度能归类的议题3项，其中政治学习0项，占0%，低于30%；其他的有“会议布置了消防安全检查。”（消防安全、布置）、“随后安排春节值班。”（值班、安排）、“物业费收缴”（物业费、收缴）（有3项没有议题，是从主题或记录开头看的）',
  ])
})

test('a quarter that is not over is not due, and one without meetings raises nothing', () => {
  const work = meeting([WORK, WORK, WORK])
  expect(share(work, { asOf: '2026-04-07' }).outcome).toBe('not-due')
  expect(share(work, { asOf: '2026-04-08' }).outcome).toBe('fail')
  expect(share('  - {类型: 支委会, 日期: 2026-03-12}').outcome).toBe('not-applicable')
})

test('a quarter is judged by all of its months, also those before the days examined', () => {
  const work = meeting([WORK, WORK, WORK])
  const study = meeting([STUDY, STUDY], '类型: 党员大会, 日期: 2026-01-12')
  const february = '  - {类型: 支委会, 日期: 2026-02-12}'
  expect(share([work, study, february].join('\n'), { period: '2026-03' }).outcome).toBe('pass')
  expect(share([work, february].join('\n'), { period: '2026-03' })).toMatchObject({
    outcome: 'not-evaluated',
    reason: '台账没有2026年1月的记录，无法核算2026年第一季度的占比',
  })
  expect(share(work, { period: '2026-01..2026-02' })).toMatchObject({
    outcome: 'not-due',
    reason: '检查期内没有满期的季度',
  })
})
