import rulesFiles from 'taizhang:rules'
import { expect, test } from 'vitest'
import { builtinIntakeSettings, readRoster } from '../../src/intake/index.ts'
import { parseYaml } from '../../src/source/yaml.ts'
import { plain, takeIn, told } from '../support/intake.ts'

const settings = builtinIntakeSettings(rulesFiles)

test.each([
  ['会议日期', 'date'],
  ['会议 日期', 'date'],
  ['*会议日期：', 'date'],
  ['实到人数（人）', 'present'],
  ['缺席人员及原因', 'absences'],
  ['党课题目', 'lectureTitle'],
  ['主持人联系电话', undefined],
  ['实到人数（其中预备党员）', undefined],
])('the column %s is the field %s', (key, field) => {
  expect(settings.fields.scope('record').fieldOf(key)).toBe(field)
})

test.each([
  ['实到人数人', 'present'],
  ['本次会议召开日期', 'date'],
  ['主特人', 'chair'],
  ['记录入', 'recorder'],
  ['应道人数', 'due'],
  ['天气', undefined],
  ['主持人联系电话', undefined],
])('the misspelt column %s is likeliest %s', (key, field) => {
  expect(settings.fields.scope('record').guesses(key)[0]?.field).toBe(field)
})

test('a project adds names of its own', () => {
  const text = '支部: 甲支部\n组织生活:\n  - {类型: 党课, 日期: 2026-01-05, 来了几个: 3}\n'
  expect(told(takeIn(text).problems)).toEqual(['info unknown-field 3:30'])
  const { ledgers, problems } = takeIn(text, { aliases: { 实到: ['来了几个'] } })
  expect(problems).toEqual([])
  expect(ledgers[0]?.records[0]?.attendance.present?.number?.value).toBe(3)
})

test('columns that need no field are kept and not told', () => {
  const { ledgers, problems } = takeIn(
    '支部: 甲支部\n组织生活:\n  - {序号: 1, 类型: 党课, 日期: 2026-01-05, 备注: 补充说明}\n',
  )
  expect(problems).toEqual([])
  expect(plain(ledgers[0]?.records[0]?.others)).toEqual({ 序号: '1', 备注: '补充说明' })
})

test('two columns of one field: the first counts, the other is kept and told', () => {
  const { ledgers, problems } = takeIn(
    '支部: 甲支部\n组织生活:\n  - {类型: 党课, 日期: 2026-01-05, 主持人: 王建国, 主持: 赵敏}\n',
  )
  expect(plain(ledgers[0]?.records[0])).toMatchObject({ chair: '王建国', others: { 主持: '赵敏' } })
  expect(told(problems)).toEqual(['info double-field 3:40'])
})

test.each([
  ['- 甲支部\n- 乙支部\n', [{ name: '甲支部' }, { name: '乙支部' }]],
  [
    '- {名称: 甲支部, 编号: "01", 领域: 社区, 上级: 东街}\n',
    [{ name: '甲支部', code: '01', scene: '社区', superior: '东街' }],
  ],
  ['支部: [甲支部]\n', [{ name: '甲支部' }]],
  ['东街党工委: [甲支部]\n', [{ name: '甲支部', superior: '东街党工委' }]],
])('the roster %j', (text, expected) => {
  const [node] = parseYaml(text, 'branches.yaml')
  if (node === undefined) throw new Error('no document')
  const { branches, problems } = readRoster(node, settings)
  expect(plain(branches)).toEqual(expected)
  expect(problems).toEqual([])
})

test('a branch of the roster without a name is told', () => {
  const [node] = parseYaml('- {编号: "01", 名称: ""}\n', 'branches.yaml')
  if (node === undefined) throw new Error('no document')
  expect(told(readRoster(node, settings).problems)).toEqual(['error missing-name 1:3'])
})
