import { describe, expect, test } from 'vitest'
import { plain, takeIn, told } from '../support/intake.ts'

const MEETING = '  - {类型: 党员大会, 日期: 2026-03-12, 主持人: 王建国}\n'
const LECTURE = '  - {类型: 党课, 日期: 2026-01-20}\n'

describe('files of one branch', () => {
  test('make one ledger, whatever their order', () => {
    const files = {
      'a/上半年.yaml': `支部: {名称: 甲支部, 编号: A-1}\n组织生活:\n${MEETING}`,
      'b/党课.yaml': `支部: 甲支部\n组织生活:\n${LECTURE}`,
    }
    const { ledgers, problems } = takeIn(files)
    expect(problems).toEqual([])
    expect(ledgers).toHaveLength(1)
    expect(ledgers[0]).toMatchObject({
      branch: { id: 'A-1' },
      files: ['a/上半年.yaml', 'b/党课.yaml'],
      origins: ['yaml'],
    })
    expect(ledgers[0]?.records.map(({ key }) => key)).toEqual(['2026-01-20 党课', '2026-03-12 党员大会'])
    const [first, second] = Object.entries(files)
    expect(takeIn(Object.fromEntries([second, first].filter((one) => one !== undefined))).ledgers).toEqual(ledgers)
  })

  test('are known by a former name', () => {
    const { ledgers } = takeIn({
      'new.yaml': `支部: {名称: 乙支部, 曾用名: 甲支部}\n组织生活:\n${MEETING}`,
      'old.yaml': `支部: 甲支部\n组织生活:\n${LECTURE}`,
    })
    expect(ledgers.map(({ branch, records }) => [branch.name.value, records.length])).toEqual([['乙支部', 2]])
  })

  test('are two ledgers where 上级 differs', () => {
    const { ledgers, problems } = takeIn({
      'a.yaml': `支部: {名称: 第一党支部, 上级: 东村党委}\n组织生活:\n${MEETING}`,
      'b.yaml': `支部: {名称: 第一党支部, 上级: 西村党委}\n组织生活:\n${LECTURE}`,
    })
    expect(ledgers.map(({ branch }) => branch.id)).toEqual(['东村党委 第一党支部', '西村党委 第一党支部'])
    expect(problems).toEqual([])
  })

  test('where two branches have the name, one that does not say which stands by itself and is told', () => {
    const { ledgers, problems } = takeIn({
      'a.yaml': `支部: {名称: 第一党支部, 上级: 东村党委}\n组织生活:\n${MEETING}`,
      'b.yaml': `支部: {名称: 第一党支部, 上级: 西村党委}\n组织生活:\n${LECTURE}`,
      'c.yaml': `支部: 第一党支部\n组织生活:\n${LECTURE}`,
    })
    expect(ledgers.map(({ branch }) => branch.id)).toEqual(['东村党委 第一党支部', '第一党支部', '西村党委 第一党支部'])
    expect(told(problems)).toEqual(['warning ambiguous-branch 1:5'])
  })

  test('contradict each other: the first counts, both are told', () => {
    const { ledgers, problems } = takeIn({
      'a.yaml': `支部: {名称: 甲支部, 编号: A-1, 领域: 社区, 换届: 2024-03-10}\n组织生活:\n${MEETING}`,
      'b.yaml': `支部: {名称: 丙支部, 编号: A-1, 领域: 机关}\n组织生活:\n${LECTURE}`,
    })
    expect(plain(ledgers[0]?.branch)).toMatchObject({ name: '甲支部', scene: '社区', termStart: '2024-03-10' })
    expect(problems.map(({ code }) => code)).toEqual(['conflicting-name', 'conflicting-fact'])
    expect(problems[1]?.message).toBe(
      '「甲支部」的领域两处写得不一样：「社区」和「机关」，按前一处读取；请核对后改成一致',
    )
  })

  test('rosters are put together by name', () => {
    const { ledgers } = takeIn({
      'a.yaml': '支部: 甲支部\n党员: [{姓名: 张三, 流动: 是}, 李四]\n',
      'b.yaml': '支部: 甲支部\n党员: [{姓名: 张三, 入党: 2001-07-01}, 王五]\n',
    })
    expect(plain(ledgers[0]?.members)).toEqual([
      { name: '张三', mobile: true, joined: '2001-07-01', exemptions: [] },
      { name: '李四', exemptions: [] },
      { name: '王五', exemptions: [] },
    ])
  })

  test('two members of one name in one roster stay two', () => {
    const { ledgers } = takeIn('支部: 甲支部\n党员: [{姓名: 张三, 编号: "1"}, {姓名: 张三, 编号: "2"}]\n')
    expect(ledgers[0]?.members).toHaveLength(2)
  })
})

describe('records that stand twice', () => {
  test('in the same form count once and are told', () => {
    const text = `支部: 甲支部\n组织生活:\n${MEETING}`
    const { ledgers, parts, problems } = takeIn({ 'a.yaml': text, '副本/a.yaml': text })
    expect(ledgers[0]?.records).toHaveLength(1)
    expect(parts.map(({ rows, records }) => [rows, records])).toEqual([
      [1, 1],
      [1, 1],
    ])
    expect(told(problems)).toEqual(['info repeated-record 3:5'])
    expect(problems[0]?.message).toBe(
      '「2026-03-12 党员大会」与「a.yaml」第3行的一条完全相同，只计一次；请删去重复的一条',
    )
  })

  test('in two files with something different in them count twice and are told', () => {
    const { ledgers, problems } = takeIn({
      'a.yaml': `支部: 甲支部\n组织生活:\n${MEETING}`,
      'b.yaml': `支部: 甲支部\n组织生活:\n${MEETING.replace('王建国', '赵敏')}`,
    })
    expect(ledgers[0]?.records).toHaveLength(2)
    expect(problems.map(({ code, evidence: [at] }) => [code, at?.file, at?.line])).toEqual([
      ['similar-record', 'b.yaml', 3],
    ])
  })

  test('in two files for two groups are two, and nothing is told', () => {
    const meeting = (group: string) =>
      `支部: 甲支部\n组织生活:\n  - {类型: 党小组会, 日期: 2026-03-12, 党小组: ${group}}\n`
    const { ledgers, problems } = takeIn({ 'a.yaml': meeting('第一党小组'), 'b.yaml': meeting('第二党小组') })
    expect(ledgers[0]?.records).toHaveLength(2)
    expect(problems).toEqual([])
  })

  test('with something different in them are two', () => {
    const { ledgers, problems } = takeIn(`支部: 甲支部\n组织生活:\n${MEETING}${MEETING.replace('王建国', '赵敏')}`)
    expect(ledgers[0]?.records.map(({ key }) => key)).toEqual(['2026-03-12 党员大会', '2026-03-12 党员大会（2）'])
    expect(problems).toEqual([])
  })
})

describe('keys', () => {
  const keys = (entries: string) =>
    takeIn(`支部: 甲支部\n组织生活:\n${entries}`).ledgers[0]?.records.map(({ key }) => key)

  test('take the group where two would be alike', () => {
    expect(
      keys(`  - {类型: 党小组会, 日期: 2026-03-12, 党小组: 第一党小组}
  - {类型: 党小组会, 日期: 2026-03-12, 党小组: 第二党小组}
`),
    ).toEqual(['2026-03-12 党小组会 第一党小组', '2026-03-12 党小组会 第二党小组'])
  })

  test('take the time where the group is the same', () => {
    expect(
      keys(`  - {类型: 支委会, 日期: 2026-03-12, 时间: "9:00-10:00"}
  - {类型: 支委会, 日期: 2026-03-12, 时间: "14:30-16:00"}
`),
    ).toEqual(['2026-03-12 支委会 9:00', '2026-03-12 支委会 14:30'])
  })

  test('are the 编号 where there is one, made different where it is given twice', () => {
    expect(
      keys(`  - {编号: 007, 类型: 支委会, 日期: 2026-03-12}
  - {编号: 007, 类型: 支委会, 日期: 2026-03-13}
`),
    ).toEqual(['007', '007（2）'])
  })
})

test('groups go by the names that the branch has for them', () => {
  const { ledgers } = takeIn(`支部: {名称: 甲支部, 党小组: [第一党小组, 第二党小组]}
党员: [{姓名: 张三, 党小组: 1组}]
组织生活:
  - {类型: 党小组会, 日期: 2026-03-12, 党小组: 第一小组、第2党小组}
`)
  expect(ledgers[0]?.records[0]?.groups.map(({ value }) => value)).toEqual(['第一党小组', '第二党小组'])
  expect(ledgers[0]?.members?.[0]?.group?.value).toBe('第一党小组')
})

test('a script that a record names is attached with the place of its file', () => {
  const { ledgers, problems } = takeIn(
    { '甲/台账.yaml': '支部: 甲支部\n组织生活:\n  - {类型: 党课, 日期: 2026-03-20, 讲稿: ./lectures/0320.md}\n' },
    { scripts: { '甲/lectures/0320.md': { text: '同志们' } } },
  )
  expect(problems).toEqual([])
  expect(ledgers[0]?.records[0]?.script).toEqual({
    text: '同志们',
    at: { file: '甲/lectures/0320.md', line: 1, column: 1 },
    namedAt: { file: '甲/台账.yaml', line: 3, column: 34 },
  })
})

test('a script that is not there is told where it is named', () => {
  const { ledgers, problems } = takeIn('支部: 甲支部\n组织生活:\n  - {类型: 党课, 日期: 2026-03-20, 讲稿: a.txt}\n')
  expect(ledgers[0]?.records[0]?.script).toBeUndefined()
  expect(told(problems)).toEqual(['warning missing-script 3:34'])
  expect(problems[0]?.message).toBe('讲稿「a.txt」没有读到：没有找到这个文件；请核对路径，把讲稿放到台账旁边')
})
