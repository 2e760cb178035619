import { describe, expect, test } from 'vitest'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

function decided(rule: string, decision: string, { asOf = '2026-05-31', more = '', period = '2026-01..2026-05' } = {}) {
  const ledger = `支部: {名称: 杏园社区第一党支部}
组织生活:
  - 类型: 支委会
    日期: 2026-03-05
    议定事项:
      - {${decision}}
${more}`
  return judge(rule, ledger, { asOf, period })
}

describe('decision/owner', () => {
  const owned = (decision: string) => decided('decision/owner', decision)

  test('a task has an owner and a deadline', () => {
    expect(owned('事项: 走访慰问困难党员, 责任人: 赵敏, 时限: 2026-04-30').outcome).toBe('pass')
    expect(owned('事项: 走访慰问困难党员').findings.map(brief)).toEqual([
      {
        severity: 'warning',
        subject: '2026-03-05 支委会 走访慰问困难党员',
        message: '3月5日支委会议定事项“走访慰问困难党员”未写明责任人和时限',
        at: ['6:14'],
      },
    ])
    expect(owned('事项: 走访慰问困难党员, 责任人: 赵敏').findings.map(brief)).toMatchObject([
      { message: '3月5日支委会议定事项“走访慰问困难党员”未写明时限' },
    ])
    expect(owned('事项: 走访慰问困难党员, 时限: 2026-04-30').findings.map(brief)).toMatchObject([
      { message: '3月5日支委会议定事项“走访慰问困难党员”未写明责任人' },
    ])
  })

  test.each([
    '由赵敏负责走访困难党员，4月底前完成',
    '每月走访困难党员一次（李秀英牵头）',
    '会后整理会议材料，责任人赵敏',
  ])('the text may say so itself: %s', (task) => {
    expect(owned(`事项: "${task}"`).outcome).toBe('pass')
  })

  test('a deadline may be a wording', () => {
    expect(owned('事项: 走访慰问困难党员, 责任人: 赵敏, 时限: 长期坚持').outcome).toBe('pass')
  })

  test.each([
    '同意接收钱多为预备党员',
    '同意钱多按期转为正式党员，报上级党委审批',
    '会议通过年度工作计划',
    '审议通过支部工作报告',
    '推荐赵敏同志为优秀党员',
    '选举产生新一届支部委员会',
    '深入学习领会会议精神，提高认识',
    '全体党员要发挥先锋模范作用',
    '会议认为支部工作取得了成绩',
    '要把学习贯彻会议精神作为首要任务抓好落实',
    '支部要高度重视安全工作，做好排查',
    '严格落实三会一课制度',
    '无',
  ])('is no task: %s', (task) => {
    expect(owned(`事项: ${task}`)).toMatchObject({ outcome: 'not-applicable', findings: [] })
  })
})

describe('decision/overdue', () => {
  const due = (decision: string, options = {}) => decided('decision/overdue', decision, options)
  const TASK = '事项: 更换三号楼路灯, 责任人: 赵敏, 时限: 2026-05-30'

  test('the day after the deadline it is overdue', () => {
    expect(due(TASK, { asOf: '2026-05-30' }).outcome).toBe('not-due')
    expect(due(TASK).findings.map(brief)).toEqual([
      {
        severity: 'error',
        subject: '2026-03-05 支委会 更换三号楼路灯',
        message:
          '3月5日支委会议定事项“更换三号楼路灯”时限2026-05-30已过，台账未见落实情况，以后的记录中也未见提及（查找：更换三号楼路灯）',
        at: ['6:14', '6:36'],
      },
    ])
  })

  test('a result clears it, but not one that is still to come', () => {
    expect(due(`${TASK}, 落实: 已更换两盏`).outcome).toBe('pass')
    expect(due(`${TASK}, 落实: 已完成`).outcome).toBe('pass')
    expect(due(`${TASK}, 落实: 进行中`).findings.map(brief)).toMatchObject([
      {
        message:
          '3月5日支委会议定事项“更换三号楼路灯”时限2026-05-30已过，落实情况只记为“进行中”，以后的记录中也未见提及（查找：更换三号楼路灯）',
      },
    ])
  })

  test('any later mention clears it', () => {
    const later = '  - {类型: 支委会, 日期: 2026-04-08, 记录: 赵敏说三号楼路灯已经换好}\n'
    expect(due(TASK, { more: later }).outcome).toBe('pass')
    const earlier = '  - {类型: 支委会, 日期: 2026-02-08, 记录: 有群众反映三号楼路灯不亮}\n'
    expect(due(TASK, { more: earlier }).outcome).toBe('fail')
    const other = '  - {类型: 支委会, 日期: 2026-04-08, 记录: 赵敏汇报党费收缴}\n'
    expect(due(TASK, { more: other }).outcome).toBe('fail')
  })

  test('a wording is no deadline', () => {
    expect(due('事项: 更换三号楼路灯, 时限: 长期坚持').outcome).toBe('not-applicable')
  })

  test('a deadline outside the period is not judged', () => {
    expect(due(TASK, { period: '2026Q1' }).outcome).toBe('not-applicable')
  })
})

describe('decision/hollow', () => {
  const done = (result: string) => decided('decision/hollow', `事项: 更换三号楼路灯, 落实: "${result}"`)

  test('done, and nothing said of it', () => {
    expect(done('已完成').findings.map(brief)).toEqual([
      {
        severity: 'warning',
        subject: '2026-03-05 支委会 更换三号楼路灯',
        message: '3月5日支委会议定事项“更换三号楼路灯”的落实情况只写“已完成”，未写明做了什么、成效如何',
        at: ['6:27'],
      },
    ])
  })

  test('what was no task is not judged', () => {
    expect(decided('decision/hollow', '事项: 同意接收钱多为预备党员, 落实: 已完成').outcome).toBe('not-applicable')
  })

  test.each(['已落实。', '完成', '已按要求落实到位', '全部整改完毕', '均已办结', '√', '100%'])(
    'hollow: %s',
    (result) => {
      expect(done(result).outcome).toBe('fail')
    },
  )

  test.each(['已更换两盏', '已开展四次', '已完成，群众反映良好', '公示栏已更换', '完成三户走访', '进行中'])(
    'says something: %s',
    (result) => {
      expect(done(result).outcome).toBe('pass')
    },
  )
})

describe('decision/submitted', () => {
  const submitted = (more: string, options = {}) =>
    decided('decision/submitted', '事项: 将路灯改造方案提交党员大会讨论', {
      asOf: '2026-07-31',
      period: '2026-01..2026-07',
      more,
      ...options,
    })
  const assembly = (date: string) => `  - {类型: 党员大会, 日期: ${date}}\n`

  test('a 党员大会 within 92 days', () => {
    expect(submitted(assembly('2026-06-05')).outcome).toBe('pass')
    expect(submitted(assembly('2026-06-06')).findings.map(brief)).toEqual([
      {
        severity: 'warning',
        subject: '2026-03-05 支委会',
        message:
          '疑似议而未提：3月5日支委会议定“将路灯改造方案提交党员大会讨论”，此后92天内（至2026年6月5日）台账未见党员大会记录，请核对原始记录',
        at: ['6:14'],
      },
    ])
  })

  test('one that was only planned is none', () => {
    expect(submitted('  - {类型: 党员大会, 日期: 2026-03-12, 状态: 计划}\n').outcome).toBe('fail')
  })

  test('until the 92 days are over it is not due', () => {
    expect(submitted('', { asOf: '2026-06-05' }).outcome).toBe('not-due')
    expect(submitted('', { asOf: '2026-06-06' }).outcome).toBe('fail')
  })

  test('months beyond the period that are not in the ledger are unknown', () => {
    expect(submitted('', { period: '2026Q1' })).toMatchObject({
      outcome: 'not-evaluated',
      reason: '台账没有2026年4—6月的记录',
    })
  })

  test('the minutes may say what was resolved, and what was only talked of is nothing', () => {
    const minutes = (said: string) => {
      const ledger = `支部: {名称: 杏园社区第一党支部}
组织生活:
  - {类型: 支委会, 日期: 2026-03-05, 议题: [{内容: 研究提交党员大会讨论的事项}], 记录: ${said}}
`
      return judge('decision/submitted', ledger, { asOf: '2026-07-31', period: '2026-01..2026-07' }).outcome
    }
    expect(minutes('会议决定将路灯改造方案提交党员大会讨论')).toBe('fail')
    expect(minutes('赵敏建议下次再议是否提交党员大会')).toBe('not-applicable')
    expect(minutes('会议决定路灯改造方案暂不提交党员大会')).toBe('not-applicable')
  })
})
