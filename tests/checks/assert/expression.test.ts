import { describe, expect, test } from 'vitest'
import { compile, type Wanted } from '../../../src/checks/assert/expression.ts'

function mistake(source: string, wanted: Wanted = 'bool') {
  const compiled = compile(source, ['record', 'branch', 'today'], wanted)
  return 'mistake' in compiled ? compiled.mistake : undefined
}

function value(source: string, context: Readonly<Record<string, unknown>>, wanted: Wanted = 'bool') {
  const compiled = compile(source, ['record', 'branch', 'today'], wanted)
  if ('mistake' in compiled) throw new Error(compiled.mistake.message)
  return compiled.expression.evaluate(context)
}

describe('an expression is read with Chinese names', () => {
  test.each([
    '记录.实到 * 2 >= 记录.应到',
    'record.present * 2 >= record.due',
    '记录.议题.任一(项, 项.内容.包含("廉政") && 项.时长 >= 20)',
    '支部.记录.筛选(条, "党课" in 条.类型).个数() >= 4',
    '有(记录.应到) && 记录.应到 == 30',
    '记录.其他["经费"] != ""',
    '相隔天数(记录.日期, 今天) <= 30',
    '符合式样(记录.主题, "^[0-9]+月")',
    '支部.党员.取(人, 人.年龄).合计() > 100',
  ])('%s', (source) => {
    expect(mistake(source)).toBeUndefined()
  })
})

describe('a mistake is told where it stands', () => {
  test('a field that does not exist, at its name as written', () => {
    expect(mistake('记录.实道 >= 3')).toEqual({
      message: '没有“实道”这个字段，请核对名称（可用的字段见 taizhang explain 和文档）',
      offset: 3,
    })
  })
  test('a beginning that nobody knows', () => {
    expect(mistake('会议.实到 > 3')?.offset).toBe(0)
    expect(mistake('会议.实到 > 3')?.message).toContain('开头只能是 记录、党员、支部、今天')
  })
  test('a text held against a number', () => {
    expect(mistake('记录.主题 > 3')?.message).toContain('类型不能这样比较')
  })
  test('a full-width operator', () => {
    expect(mistake('记录.实到 ＞ 3')).toEqual({
      message: '有不能识别的符号“＞”，请检查是否用了全角标点',
      offset: 6,
    })
  })
  test('a number where a condition is wanted', () => {
    expect(mistake('记录.实到')?.message).toContain('这里要写一个条件')
    expect(mistake('记录.实到', 'number')).toBeUndefined()
  })
  test('a regular expression of JavaScript, which may run for ever', () => {
    expect(mistake('记录.主题.matches("^(a+)+$")')?.message).toContain('不能用 matches')
  })
  test('loops three deep, which multiply', () => {
    const nested = '支部.记录.任一(甲, 甲.议题.任一(乙, 支部.记录.任一(丙, 丙.主题 == 乙.内容)))'
    expect(mistake(nested)?.message).toContain('最多套2层')
  })
  test('names within texts stay as they are', () => {
    expect(mistake('记录.主题 == "记录.实道"')).toBeUndefined()
  })
})

test('the day of judging and days between are numbers of days', () => {
  expect(value('相隔天数("2026-02-27", 今天) == 2', { today: '2026-03-01' })).toEqual({ value: true })
})

test('a pattern that backtracks for ever elsewhere takes no longer than its text', () => {
  const text = 'a'.repeat(5000)
  expect(value(`符合式样("${text}!", "^(a+)+$")`, {})).toEqual({ value: false })
})
