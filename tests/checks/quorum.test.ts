import { describe, expect, test } from 'vitest'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

const RULE = 'attendance/quorum'
const WHEN = { asOf: '2026-04-30', period: '2026Q1' }

function assembly(attendance: string, item: string, roster = '') {
  const ledger = `支部: {名称: 杏园社区第一党支部}
${roster}组织生活:
  - 类型: 党员大会
    日期: 2026-03-12
    ${attendance}
    议题:
      - ${item}
`
  return judge(RULE, ledger, WHEN)
}

const NUMBERS = '一二三四五六七八'

/** A roster line of so many full and probationary members. */
function roster(full: number, probationers: number): string {
  const members = [
    ...Array.from({ length: full }, (_, at) => `{姓名: 王${NUMBERS[at]}, 人员类别: 正式党员}`),
    ...Array.from({ length: probationers }, (_, at) => `{姓名: 钱${NUMBERS[at]}, 人员类别: 预备党员}`),
  ]
  return `党员: [${members.join(', ')}]\n`
}

describe('a resolution', () => {
  const vote = (due: number, present: number) =>
    assembly('主题: 大会', `{内容: 表决年度计划, 表决: {应到: ${due}, 实到: ${present}}}`)

  test('needs half of those with a vote', () => {
    expect(vote(30, 15).outcome).toBe('pass')
    expect(vote(31, 15).findings.map(brief)).toEqual([
      {
        severity: 'error',
        subject: '2026-03-12 党员大会',
        message: '3月12日党员大会表决“表决年度计划”时，有表决权的党员应到31人、到会15人，未达到半数',
        at: ['7:26'],
      },
    ])
  })
})

describe('an admission', () => {
  const vote = (present: number, written: number) =>
    assembly('主题: 大会', `{内容: 讨论接收钱多为预备党员, 表决: {应到: 30, 实到: ${present}, 书面意见: ${written}}}`)

  test('needs more than half, written opinions included', () => {
    expect(vote(16, 0).outcome).toBe('pass')
    expect(vote(15, 1).outcome).toBe('pass')
    expect(vote(15, 0).findings.map(brief)).toMatchObject([
      { message: '3月12日党员大会表决“讨论接收钱多为预备党员”时，有表决权的党员应到30人、到会15人，未超过半数' },
    ])
    expect(vote(14, 1).findings.map(brief)).toMatchObject([
      {
        message:
          '3月12日党员大会表决“讨论接收钱多为预备党员”时，有表决权的党员应到30人、到会14人，另有书面意见1份，未超过半数',
      },
    ])
  })

  test('of a member who ends probation needs the same', () => {
    const confirm = (present: number) =>
      assembly('主题: 大会', `{内容: 讨论预备党员钱多转正, 表决: {应到: 30, 实到: ${present}}}`)
    expect(confirm(16).outcome).toBe('pass')
    expect(confirm(15).outcome).toBe('fail')
  })
})

describe('an election', () => {
  const vote = (present: number) =>
    assembly('主题: 大会', `{内容: 选举产生新一届支部委员会, 表决: {应到: 30, 实到: ${present}}}`)

  test('needs four fifths', () => {
    expect(vote(24).outcome).toBe('pass')
    expect(vote(23).findings.map(brief)).toMatchObject([
      {
        message: '3月12日党员大会表决“选举产生新一届支部委员会”时，有表决权的党员应到30人、到会23人，未达到五分之四',
      },
    ])
  })

  test('its rules are passed like any other matter', () => {
    expect(assembly('主题: 大会', '{内容: 表决选举办法, 表决: {应到: 30, 实到: 15}}').outcome).toBe('pass')
  })
})

describe('where nothing is voted', () => {
  test('there is no quorum', () => {
    expect(assembly('应到: 30\n    实到: 3', '{内容: 学习《中国共产党章程》}').outcome).toBe('not-applicable')
    expect(assembly('应到: 30\n    实到: 3', '{内容: 学习发展党员工作中的表决规定}').outcome).toBe('not-applicable')
  })

  test.each([
    '听取钱多转正申请的情况汇报',
    '通报第一次表决结果',
    '部署投票推荐工作',
    '观看投票教育片',
    '讨论表决办法',
    '解读《选举投票须知》',
    '讨论全票通过的年度计划怎样落实',
    '民主推荐投票',
  ])('what is only heard, studied or made ready is no vote: %s', (content) => {
    expect(assembly('应到: 30\n    实到: 3', `{内容: ${content}}`).outcome).toBe('not-applicable')
  })

  test.each(['听取工作报告并表决', '通报经费情况，举手表决修缮方案', '讨论年度计划，表决结果：全票通过'])(
    'what is then decided is one: %s',
    (content) => {
      expect(assembly('应到: 30\n    实到: 3', `{内容: ${content}}`).outcome).toBe('fail')
    },
  )

  test('but a decision may tell that there was a vote', () => {
    const decision = (task: string) =>
      assembly('应到: 32\n    实到: 7', `{内容: 年度工作}\n    议定事项: [{事项: ${task}}]`)
    expect(decision('会议举手表决通过年度计划').findings.map(brief)).toMatchObject([
      {
        message:
          '3月12日党员大会表决“会议举手表决通过年度计划”时，按最宽口径计有表决权的党员应到16人、到会7人，未达到半数',
      },
    ])
    expect(decision('会后整理材料').outcome).toBe('not-applicable')
  })

  test('民主测评 is no vote', () => {
    const item = '{内容: 开展民主测评, 表决: {应到: 30, 实到: 10}}'
    expect(assembly('主题: 大会', item).outcome).toBe('not-applicable')
  })
})

describe('who has a vote', () => {
  test('有表决权 given apart wins over the headcount', () => {
    const given = (present: number) =>
      assembly(`应到: {人数: 32, 有表决权: 20}\n    实到: {人数: 12, 有表决权: ${present}}`, '{内容: 表决年度计划}')
    expect(given(10).outcome).toBe('pass')
    expect(given(9).outcome).toBe('fail')
  })

  test('the roster and the names tell 预备党员 apart', () => {
    const named = (names: string) => assembly(`应到: 6\n    实到: [${names}]`, '{内容: 表决年度计划}', roster(4, 2))
    expect(named('王一, 王二, 钱一').outcome).toBe('pass')
    expect(named('王一, 钱一, 钱二').findings.map(brief)).toMatchObject([
      { message: '3月12日党员大会表决“表决年度计划”时，有表决权的党员应到4人、到会1人，未达到半数' },
    ])
  })

  test('the roster and headcounts decide where it makes no difference who came', () => {
    const counted = (present: number) =>
      assembly(`应到: 10\n    实到: ${present}`, '{内容: 表决年度计划}', roster(8, 2))
    expect(counted(6).outcome).toBe('pass')
    expect(counted(4)).toMatchObject({
      outcome: 'not-evaluated',
      reason: '3月12日党员大会有表决，未写明有表决权的党员应到、到会人数',
    })
    expect(counted(3).findings.map(brief)).toMatchObject([
      {
        message: '3月12日党员大会表决“表决年度计划”时，按最宽口径计有表决权的党员应到8人、到会3人，未达到半数',
      },
    ])
  })

  test('with neither, the ballots show who came', () => {
    const ballots = assembly('应到: 30\n    实到: 16', '{内容: 表决年度计划, 表决: {赞成: 15}}')
    expect(ballots.outcome).toBe('pass')
  })

  test('with nothing of the kind, only what is certain is told', () => {
    const counted = (present: number) => assembly(`应到: 32\n    实到: ${present}`, '{内容: 表决年度计划}')
    expect(counted(24).outcome).toBe('pass')
    expect(counted(23).outcome).toBe('not-evaluated')
    expect(counted(8).outcome).toBe('not-evaluated')
    expect(counted(7).outcome).toBe('fail')
  })

  test('without headcounts it is not evaluated', () => {
    expect(assembly('主题: 大会', '{内容: 表决年度计划}')).toMatchObject({
      outcome: 'not-evaluated',
      reason: '3月12日党员大会有表决，未写明应到、实到人数',
    })
  })
})

describe('支委会', () => {
  function committee(attendance: string, members = '委员: [王建国, 李秀英, 赵敏, 孙立, 周强]') {
    const ledger = `支部: {名称: 杏园社区第一党支部, ${members}}
组织生活:
  - {类型: 支委会, 日期: 2026-03-05, ${attendance}}
`
    return judge(RULE, ledger, WHEN)
  }

  test('needs half of the committee', () => {
    expect(committee('应到: 5, 实到: 3').outcome).toBe('pass')
    expect(committee('应到: 5, 实到: 2').findings.map(brief)).toEqual([
      {
        severity: 'error',
        subject: '2026-03-05 支委会',
        message: '3月5日支委会：委员5人，到会2人，未达到半数',
        at: ['3:35', '3:42'],
      },
    ])
    expect(committee('应到: 4, 实到: 2', '委员: [王建国, 李秀英, 赵敏, 孙立]').outcome).toBe('pass')
  })

  test('others at an enlarged meeting do not count', () => {
    expect(committee('应到: 5, 实到: [王建国, 李秀英, 马原, 陈立]').outcome).toBe('fail')
    expect(committee('应到: 9, 实到: 6')).toMatchObject({
      outcome: 'not-evaluated',
      reason: '3月5日支委会未写明到会人员中有哪些委员',
    })
  })

  test('without a list of the committee those due are it', () => {
    expect(committee('应到: 5, 实到: 2', '编号: XY-01').outcome).toBe('fail')
  })

  test.each(['支委扩大会议', '支委会, 主题: 支委（扩大）会'])('but not of a %s', (kind) => {
    const ledger = `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {日期: 2026-03-05, 应到: 9, 实到: 4, 类型: ${kind}}\n`
    expect(judge(RULE, ledger, WHEN)).toMatchObject({
      outcome: 'not-evaluated',
      reason: expect.stringContaining('未写明应到、实到委员'),
      findings: [],
    })
  })

  test('without numbers it is not evaluated', () => {
    expect(committee('地点: 会议室')).toMatchObject({
      outcome: 'not-evaluated',
      reason: '3月5日支委会未写明应到、实到委员',
    })
  })
})

describe('an election that mobile members stayed away from', () => {
  const MOBILE = '党员: [{姓名: 王一}, {姓名: 王二}, {姓名: 王三, 流动: 是}]\n'

  test('is left open: the assembly may have left them out of those due', () => {
    const held = (present: number) =>
      assembly(`应到: 3\n    实到: ${present}`, '{内容: 选举支部书记}', MOBILE.replaceAll('}', ', 人员类别: 正式党员}'))
    expect(held(2)).toMatchObject({ outcome: 'not-evaluated', findings: [] })
    expect(held(1).outcome).toBe('fail')
    expect(held(3).outcome).toBe('pass')
  })
})

describe('the basis', () => {
  const CHARTER = '中国共产党章程第七条'
  const cited = (ledger: string) =>
    judge(RULE, ledger, WHEN).findings.map(({ basis }) =>
      basis.map(({ document, article }) => `${document}${article ?? ''}`),
    )
  const voted = (...contents: string[]) =>
    cited(`支部: {名称: 杏园社区第一党支部}
组织生活:
  - 类型: 党员大会
    日期: 2026-03-12
    议题:
${contents.map((content) => `      - {内容: ${content}, 表决: {应到: 30, 实到: 10}}`).join('\n')}
`)

  test('is that of the meeting and the matter', () => {
    expect(voted('表决年度计划')).toEqual([['中国共产党支部工作条例（试行）第十一条', CHARTER]])
    expect(voted('讨论接收钱多为预备党员')).toEqual([['中国共产党发展党员工作细则', CHARTER]])
    expect(voted('选举支部委员会委员')).toEqual([['中国共产党基层组织选举工作条例', CHARTER]])
    const committee = '  - {类型: 支委会, 日期: 2026-03-05, 应到: 5, 实到: 2}'
    expect(cited(`支部: {名称: 杏园社区第一党支部}\n组织生活:\n${committee}\n`)).toEqual([
      ['中国共产党支部工作条例（试行）第十二条'],
    ])
  })

  test('is that of each matter where one meeting falls short in two', () => {
    expect(voted('选举支部委员会委员', '讨论接收钱多为预备党员')).toEqual([
      ['中国共产党基层组织选举工作条例', CHARTER, '中国共产党发展党员工作细则'],
    ])
  })
})
