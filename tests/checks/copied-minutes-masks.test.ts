import { describe, expect, test } from 'vitest'
import { masksOf, patternOf } from '../../src/checks/reuse/copied-minutes-masks.ts'

/** The text with what is masked taken out. */
function left(text: string, names: readonly string[] = []): string {
  const masked = new Set(
    masksOf(text, patternOf(names)).flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, at) => start + at),
    ),
  )
  return [...text].filter((_, at) => !masked.has(at)).join('')
}

describe('masked in minutes', () => {
  test.each([
    ['会议时间：2026年3月12日', ''],
    ['一、会议地点：三楼会议室', ''],
    ['主持人：王建国　记录人：赵敏', ''],
    ['应到党员32人，实到29人，讨论路灯', '，，讨论路灯'],
    ['2026年3月12日下午开会', '下午开会'],
    ['二〇二六年三月十二日讨论', '讨论'],
    ['三月份的工作', '的工作'],
    ['星期四下午2点30分开始', '开始'],
    ['一季度计划', '计划'],
    ['大家说内容：不少', '大家说内容：不少'],
  ])('%s', (text, rest) => {
    expect(left(text)).toBe(rest)
  })

  test('names, the longer before the shorter; a name of one character is none', () => {
    expect(left('王建国和王建说，李家的事', ['王建', '王建国', '李'])).toBe('和说，李家的事')
  })

  test('a name is read as it is written', () => {
    expect(left('甲（乙）说', ['甲（乙）', '.*'])).toBe('说')
  })
})
