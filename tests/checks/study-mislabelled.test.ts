import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function mislabelled(content: string, label = '政治学习') {
  return judge(
    'study/mislabelled',
    `支部: {名称: 杏园社区第一党支部}
组织生活:
  - 类型: 党员大会
    日期: 2026-03-12
    议题:
      - {内容: ${content}, 类别: ${label}}`,
    { asOf: '2026-06-30', period: '2026-01..2026-06' },
  )
}

test('administration that is labelled study', () => {
  expect(mislabelled('提高政治站位，布置消防安全检查').findings).toMatchObject([
    {
      subject: '2026-03-12 党员大会 提高政治站位，布置消防安全检查',
      nature: 'clue',
      severity: 'warning',
      message:
        '疑似类别标注不当：3月12日党员大会的议题“提高政治站位，布置消防安全检查”标为政治学习，从“消防安全”“布置”看是行政业务，请核对原始记录',
      evidence: [
        { line: 6, column: 14, excerpt: '提高政治站位，布置消防安全检查' },
        { line: 6, excerpt: '政治学习' },
      ],
    },
  ])
})

test('study of what is said of work is study', () => {
  expect(mislabelled('学习习近平总书记关于安全生产的重要论述').outcome).toBe('pass')
})

test('a mixed item, a skill and what no word tells are no clue', () => {
  expect(mislabelled('学习会议精神，布置消防安全检查').outcome).toBe('pass')
  expect(mislabelled('学习消防知识').outcome).toBe('pass')
  expect(mislabelled('某某').outcome).toBe('pass')
})

test('other labels are not looked at', () => {
  expect(mislabelled('布置消防安全检查', '行政业务').outcome).toBe('not-applicable')
})
