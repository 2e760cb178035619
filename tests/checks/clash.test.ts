import { describe, expect, test } from 'vitest'
import { judge, judgeBranches } from '../support/judge.ts'

const DAYS = { asOf: '2026-06-30', period: '2026-01..2026-06' }

function clash(...records: string[]) {
  const list = records.map((record) => `  - {日期: 2026-03-12, ${record}}`).join('\n')
  return judge('record/clash', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n${list}\n`, DAYS)
}

const COMMITTEE = '类型: 支委会, 时间: 9:00-10:30, 地点: 社区会议室, 主持人: 王建国'
const OUTDOORS = '类型: 主题党日, 时间: 10:00-11:30, 地点: 街心公园, 记录人: 王建国'

describe('one person in two places', () => {
  test('overlapping meetings in different places', () => {
    expect(clash(COMMITTEE, OUTDOORS).findings).toMatchObject([
      {
        subject: '2026-03-12 支委会 2026-03-12 主题党日',
        nature: 'clue',
        severity: 'error',
        message:
          '疑似同一时间在两处：王建国既在3月12日支委会，又在3月12日主题党日，两会时间重叠、地点不同，请核对原始记录',
        evidence: [
          { line: 3, excerpt: '9:00-10:30' },
          { line: 3, excerpt: '主持：王建国' },
          { line: 4, excerpt: '10:00-11:30' },
          { line: 4, excerpt: '记录：王建国' },
        ],
        data: { people: ['王建国'] },
      },
    ])
  })

  test('one that begins when the other ends', () => {
    const over = COMMITTEE.replace('10:30', '10:00')
    expect(clash(over, OUTDOORS).outcome).toBe('pass')
    expect(clash(OUTDOORS, over).outcome).toBe('pass')
  })

  test('the same place told at length and in short', () => {
    expect(clash(COMMITTEE, OUTDOORS.replace('街心公园', '杏园社区会议室')).outcome).toBe('pass')
  })

  test('online, or with no hours or no place', () => {
    expect(clash(COMMITTEE, `${OUTDOORS}, 召开方式: 线上`).outcome).toBe('pass')
    expect(clash(COMMITTEE, '类型: 主题党日, 地点: 街心公园, 记录人: 王建国').outcome).toBe('pass')
    expect(clash(COMMITTEE, '类型: 主题党日, 时间: 10:00-11:30, 记录人: 王建国').outcome).toBe('pass')
  })

  test('one of those present who came late, left early or joined over the line', () => {
    const present = (name: string) => OUTDOORS.replace('记录人: 王建国', `实到: [${name}, 孙立]`)
    expect(clash(COMMITTEE, present('王建国')).findings).toHaveLength(1)
    expect(clash(COMMITTEE, present('王建国（书记）')).findings).toHaveLength(1)
    for (const mark of ['迟到', '提前离会', '线上']) {
      expect(clash(COMMITTEE, present(`王建国（${mark}）`)).findings).toEqual([])
    }
  })

  test('two members of one name', () => {
    const ledger = `支部: {名称: 杏园社区第一党支部}
党员:
  - {姓名: 王建国, 出生: 1968-05-01}
  - {姓名: 王建国, 出生: 1990-05-01}
组织生活:
  - {日期: 2026-03-12, ${COMMITTEE}}
  - {日期: 2026-03-12, ${OUTDOORS}}
`
    expect(judge('record/clash', ledger, DAYS).outcome).toBe('pass')
  })

  test('across branches only where it is surely the same person', () => {
    const branch = (name: string, member: string, record: string) =>
      `支部: {名称: ${name}}\n党员:\n  - {姓名: 王建国, ${member}}\n组织生活:\n  - {日期: 2026-03-12, ${record}}\n`
    const outcomes = (first: string, second: string, shared = '') =>
      Object.values(
        judgeBranches(
          'record/clash',
          {
            'a.yaml': branch('甲党支部', first, COMMITTEE),
            'b.yaml': branch('乙党支部', second, `${OUTDOORS}${shared}`),
          },
          DAYS,
        ),
      ).map(({ outcome }) => outcome)
    expect(outcomes('出生: 1968-05-01', '出生: 1968-05-01')).toEqual(['fail', 'fail'])
    expect(outcomes('编号: D-7', '编号: D-7')).toEqual(['fail', 'fail'])
    expect(outcomes('出生: 1968-05-01', '出生: 1990-05-01')).toEqual(['pass', 'pass'])
    expect(outcomes('职务: 书记', '职务: 书记')).toEqual(['pass', 'pass'])
    expect(outcomes('编号: D-7', '编号: D-7', ', 联合支部: [甲党支部]')).toEqual(['pass', 'pass'])
  })

  test('with neither hours nor places it is not evaluated', () => {
    expect(clash('类型: 支委会, 主持人: 王建国').outcome).toBe('not-evaluated')
  })
})

describe('absent, and yet at work', () => {
  const absent = (fields: string) => clash(`类型: 党员大会, ${fields}`)

  test('one on leave who presides and speaks', () => {
    expect(
      absent('主持人: 吴敏, 请假: [{姓名: 吴敏, 原因: 出差}], 议题: [{内容: 讨论, 发言: [{姓名: 吴敏, 内容: 同意}]}]')
        .findings,
    ).toMatchObject([
      {
        subject: '2026-03-12 党员大会 吴敏',
        severity: 'error',
        message: '疑似记录矛盾：3月12日党员大会登记吴敏请假，又写明由其主持、发言，请核对原始记录',
      },
    ])
  })

  test('one who is told as missing and records', () => {
    expect(absent('记录人: 吴敏, 缺席: [吴敏]').findings).toHaveLength(1)
  })

  test('an opinion in writing, and one who came late', () => {
    const speech = '议题: [{内容: 讨论, 发言: [{姓名: 吴敏, 内容: 同意, 方式: 书面}]}]'
    expect(absent(`请假: [{姓名: 吴敏, 原因: 出差}], ${speech}`).findings).toEqual([])
    expect(absent('记录人: 吴敏, 请假: [{姓名: 吴敏, 原因: 中途离会}]').findings).toEqual([])
  })
})

describe('one room for two meetings', () => {
  const ROOM = '地点: 社区会议室'

  test('is a hint where the hours cross, and no change of the verdict', () => {
    const judged = clash(`类型: 支委会, 时间: 9:00-10:30, ${ROOM}`, `类型: 集中学习, 时间: 10:00-11:30, ${ROOM}`)
    expect(judged).toMatchObject({
      outcome: 'pass',
      findings: [
        {
          nature: 'info',
          message: '3月12日支委会与3月12日集中学习登记在同一地点，时间有重叠，请核对起止时间',
        },
      ],
    })
  })

  test('is none for a lecture within a meeting, nor for groups side by side', () => {
    expect(
      clash(`类型: 党员大会, 时间: 9:00-11:00, ${ROOM}`, `类型: 党课, 时间: 10:00-11:00, ${ROOM}`).findings,
    ).toEqual([])
    expect(
      clash(
        `类型: 党小组会, 党小组: 第一党小组, 时间: 9:00-10:30, ${ROOM}`,
        `类型: 党小组会, 党小组: 第二党小组, 时间: 10:00-11:30, ${ROOM}`,
      ).findings,
    ).toEqual([])
  })
})
