import { describe, expect, test } from 'vitest'
import { judge, judgeBranches } from '../support/judge.ts'

const DAYS = { asOf: '2026-11-25', period: '2025-01-01..2026-11-25' }

function untimely(date: string, item: string) {
  const ledger = `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - 类型: 党员大会\n    日期: ${date}\n    议题:\n      - {内容: ${item}}`
  return judge('record/anachronism', ledger, DAYS)
}

describe('meetings, campaigns and documents before their time', () => {
  test('the spirit of a plenary session before it closed, and on the day', () => {
    expect(untimely('2025-10-23', '传达学习党的二十届四中全会精神').outcome).toBe('pass')
    expect(untimely('2025-10-22', '传达学习党的二十届四中全会精神').findings).toMatchObject([
      {
        subject: '2025-10-22 党员大会 党的二十届四中全会',
        nature: 'clue',
        severity: 'error',
        message:
          '疑似提到当时还没有的内容：10月22日党员大会开在2025年10月22日，而党的二十届四中全会最早见于2025年10月23日，请核对原始记录',
        evidence: [{ line: 6, column: 14, excerpt: '党的二十届四中全会' }],
        data: { known: '2025-10-23' },
      },
    ])
  })

  test('on the day itself, in a ledger that begins before it', () => {
    const ledger = `支部: {名称: 杏园社区第一党支部}
组织生活:
  - {类型: 支委会, 日期: 2025-09-05, 主题: 9月支委会}
  - {类型: 党员大会, 日期: 2025-10-23, 主题: 学习党的二十届四中全会精神}
`
    expect(judge('record/anachronism', ledger, DAYS).outcome).toBe('pass')
  })

  test('a campaign before its notice was public', () => {
    expect(untimely('2026-02-10', '部署开展“树立和践行正确政绩观”学习教育').findings).toMatchObject([
      { severity: 'error' },
    ])
    expect(untimely('2026-02-23', '部署开展“树立和践行正确政绩观”学习教育').outcome).toBe('pass')
  })

  test('a day that nobody has checked makes a warning within a month', () => {
    expect(untimely('2025-03-01', '部署深入贯彻中央八项规定精神学习教育').findings).toMatchObject([
      { severity: 'warning' },
    ])
    expect(untimely('2025-01-10', '部署深入贯彻中央八项规定精神学习教育').findings).toMatchObject([
      { severity: 'error' },
    ])
  })

  test('several passages on one thing are one finding', () => {
    const ledger = `支部: {名称: 杏园社区第一党支部}
组织生活:
  - 类型: 党员大会
    日期: 2025-09-24
    主题: 学习二十届四中全会精神
    记录: |
      王建国主持会议。
      会议学习了党的二十届四中全会公报。
`
    expect(judge('record/anachronism', ledger, DAYS).findings).toMatchObject([{ evidence: [{ line: 5 }, { line: 8 }] }])
  })

  test('the line of a script in a file of its own', () => {
    const ledger =
      '支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {类型: 党课, 日期: 2025-09-24, 题目: 谈学习, 讲稿: 讲稿.md}'
    const script = '同志们：\n\n今天讲三点。\n党的二十届四中全会指出，要抓好落实。\n'
    const judged = judgeBranches('record/anachronism', ledger, { ...DAYS, scripts: { '讲稿.md': script } })
    expect(Object.values(judged)[0]?.findings).toMatchObject([{ evidence: [{ file: '讲稿.md', line: 4 }] }])
  })
})

describe('editions', () => {
  test('the bare name means the edition that there was', () => {
    expect(untimely('2026-03-12', '学习《中国共产党发展党员工作细则》').outcome).toBe('pass')
  })

  test('the edition named by its year, or as newly revised', () => {
    const message =
      '疑似提到当时还没有的内容：3月12日党员大会开在2026年3月12日，而中国共产党发展党员工作细则（2026年修订）最早见于2026年5月18日，请核对原始记录'
    for (const item of ['学习2026年修订的《发展党员工作细则》', '学习新修订的《中国共产党发展党员工作细则》']) {
      expect(untimely('2026-03-12', item).findings.map((finding) => finding.message)).toEqual([message])
      expect(untimely('2026-05-18', item).outcome).toBe('pass')
    }
  })

  test('an edition still counts as new in the years after it', () => {
    expect(untimely('2025-03-12', '学习新修订的《中国共产党纪律处分条例》').outcome).toBe('pass')
  })
})

describe('dates of events', () => {
  test('a tour of June in a record of April', () => {
    expect(untimely('2026-04-16', '学习习近平总书记6月考察时的重要讲话精神').findings).toMatchObject([
      {
        subject: '2026-04-16 党员大会 6月',
        severity: 'error',
        message:
          '疑似提到当时还没有的内容：4月16日党员大会开在2026年4月16日，而“6月”按2026年算在会议日期之后，请核对原始记录',
        evidence: [{ line: 6, excerpt: '6月考察时' }],
      },
    ])
  })

  test('with its year written', () => {
    expect(untimely('2026-04-16', '学习总书记2026年6月在某省考察时的讲话').findings).toHaveLength(1)
    expect(untimely('2026-04-16', '学习总书记2025年6月在某省考察时的讲话').outcome).toBe('pass')
  })

  test('a meeting of June whose name speaks of work and organisation', () => {
    expect(untimely('2026-04-16', '传达2026年6月全国组织工作会议精神').findings).toHaveLength(1)
  })

  test('months that may as well be of the year before: a warning up to five ahead, then nothing', () => {
    expect(untimely('2026-02-16', '学习7月会议精神').findings).toMatchObject([{ severity: 'warning' }])
    expect(untimely('2026-01-16', '学习12月会议精神').outcome).toBe('pass')
  })

  test('a day later in the same month', () => {
    expect(untimely('2026-04-16', '学习4月28日会议精神').findings).toHaveLength(1)
    expect(untimely('2026-04-16', '学习4月16日会议精神').outcome).toBe('pass')
  })
})

describe('what speaks of the future or the past lawfully', () => {
  test.each([
    ['为党的二十届四中全会胜利召开营造良好氛围', '2025-09-24'],
    ['党的二十届四中全会将于10月召开，研究收看安排', '2025-09-24'],
    ['下一步，组织学习党的二十届四中全会精神', '2025-10-20'],
    ['喜迎党的二十届四中全会', '2025-10-10'],
    ['将来还要学习新修订的《发展党员工作细则》', '2026-04-16'],
    ['讨论《“十五五”规划纲要》草案征求意见', '2026-02-10'],
    ['6月30日前传达学习会议精神', '2026-04-16'],
    ['安排6月主题党日学习重要讲话精神', '2026-04-16'],
    ['计划在6月学习考察时的讲话', '2026-04-16'],
    ['回顾1935年1月遵义会议精神', '2026-04-16'],
    ['2025年7月作出部署，9月重要讲话再次强调', '2026-04-16'],
    ['学习去年12月中央会议精神', '2026-04-16'],
  ])('%s', (item, date) => {
    expect(untimely(date, item).outcome).toBe('pass')
  })

  test('a task is what is still to be done', () => {
    const ledger = `支部: {名称: 杏园社区第一党支部}
组织生活:
  - 类型: 支委会
    日期: 2025-10-10
    议定事项:
      - {事项: 组织党员学习党的二十届四中全会精神, 责任人: 赵敏, 时限: 2025-11-30}
`
    expect(judge('record/anachronism', ledger, DAYS).outcome).toBe('pass')
  })

  test('a plan is not held yet', () => {
    const ledger =
      '支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {类型: 党员大会, 日期: 2025-10-10, 状态: 计划, 主题: 学习二十届四中全会精神}'
    expect(judge('record/anachronism', ledger, DAYS).findings).toEqual([])
  })
})
