import { describe, expect, test } from 'vitest'
import { plain, takeIn, told } from '../support/intake.ts'
import { judge } from '../support/judge.ts'

const BRANCH = '杏园社区第一党支部'

function roster(files: string | Readonly<Record<string, string>>) {
  const { ledgers, problems } = takeIn(files)
  return { members: plain(ledgers[0]?.members), problems: told(problems) }
}

function csv(...rows: readonly string[]): Record<string, string> {
  return { 'a.csv': [`${BRANCH}党员名册`, ...rows, ''].join('\n') }
}

describe('names', () => {
  test('are put together that were spread to the width of others, and freed of remarks and marks', () => {
    const { members, problems } = roster(
      csv(
        '姓名,人员类别',
        '王　强,正式党员',
        '欧阳 修,正式党员',
        '赵敏（女）,正式党员',
        '李四*,正式党员',
        '尼玛 次仁,正式党员',
      ),
    )
    expect(members).toMatchObject(['王强', '欧阳修', '赵敏', '李四', '尼玛 次仁'].map((name) => ({ name })))
    expect(problems).toEqual([])
  })

  test('that stand twice with the same day of birth are one member, and two without anything to tell them apart are told', () => {
    const { members, problems } = roster(
      csv(
        '姓名,性别,出生年月日',
        '钱多,女,1985-02-03',
        '钱多,女,1985-02-03',
        '张三,男,1980-01-01',
        '张三,男,1990-01-01',
        '李四,男,',
        '李四,男,',
      ),
    )
    expect(members).toHaveLength(5)
    expect(problems).toEqual(['info repeated-member 4:1', 'info repeated-member 8:1'])
  })
})

describe('what is said beside a member', () => {
  test('counts where no column says it, and is told', () => {
    const { members, problems } = roster(
      csv(
        '姓名,人员类别,流动,备注',
        '郑平,正式党员,,2026.4.1转入',
        '张三,正式党员,,2026年5月转出',
        '吴老,正式党员,,年老体弱',
        '孙立（2026-03-02去世）,正式党员,,',
        '周强,正式党员（流动）,,',
        '冯刚,正式党员,在外地,',
      ),
    )
    expect(members).toEqual([
      { name: '郑平', status: '正式党员', exemptions: [], movedIn: '2026-04-01' },
      { name: '张三', status: '正式党员', exemptions: [], movedOut: '2026-05-01' },
      { name: '吴老', status: '正式党员', exemptions: [{ reason: '年老体弱' }] },
      { name: '孙立', status: '正式党员', exemptions: [], died: '2026-03-02' },
      { name: '周强', status: '正式党员', exemptions: [], mobile: true },
      { name: '冯刚', status: '正式党员', exemptions: [], mobile: true },
    ])
    expect(problems).toEqual([
      'info remark-read 3:10',
      'info remark-read 4:10',
      'info remark-read 5:10',
      'info remark-read 6:1',
      'info remark-read 7:4',
      'info guessed-flag 8:9',
    ])
  })

  test('does not count where it is not so, or not yet', () => {
    const remarks = ['拟转出', '2026年6月申请转入', '父亲去世', '转入后又转出', '书记']
    const { members, problems } = roster(
      csv('姓名,性别,备注', ...remarks.map((remark, at) => `党员${at},男,${remark}`)),
    )
    expect(members).toMatchObject(remarks.map((_, at) => ({ name: `党员${at}`, exemptions: [] })))
    expect(JSON.stringify(members)).not.toMatch(/moved|died|mobile/u)
    expect(problems).toEqual([])
  })

  test('that he has left, without a day, keeps him off the roster', () => {
    const { members, problems } = roster(
      csv(
        '姓名,人员类别,转出',
        '甲一,已去世,',
        '甲二,停止党籍,',
        '甲三（已转出）,正式党员,',
        '甲四,转出,2026-05-01',
        '甲五,正式党员,',
      ),
    )
    expect(members).toMatchObject([{ name: '甲四', movedOut: '2026-05-01' }, { name: '甲五' }])
    expect(problems).toEqual(['warning left-member 3:4', 'warning left-member 4:4', 'warning left-member 5:1'])
  })
})

describe('lists', () => {
  test('under 正式党员, 预备党员 or a group', () => {
    const { members, problems } = roster(
      `支部: 甲支部\n党员:\n  正式党员: [王建国, 李秀英]\n  预备党员: 钱多\n  第一党小组: [{姓名: 赵敏}]\n`,
    )
    expect(members).toMatchObject([
      { name: '王建国', status: '正式党员' },
      { name: '李秀英', status: '正式党员' },
      { name: '钱多', status: '预备党员' },
      { name: '赵敏', group: '第一党小组' },
    ])
    expect(problems).toEqual([])
  })

  test('in two blocks side by side', () => {
    const { members, problems } = roster(
      csv('序号,姓名,入党时间,序号,姓名,入党时间', '1,王建国,1992-07-01,2,李秀英,1993-07-01', '3,赵敏,1994-07-01,,,'),
    )
    expect(members).toMatchObject([
      { name: '王建国', joined: '1992-07-01' },
      { name: '李秀英', joined: '1993-07-01' },
      { name: '赵敏', joined: '1994-07-01' },
    ])
    expect(problems).toEqual([])
  })

  test.each(['流动党员登记表', '困难党员名册', '入党积极分子花名册'])('%s is not the roster of the branch', (title) => {
    const files = {
      'a.yaml': `支部: ${BRANCH}\n`,
      'b.csv': `${BRANCH}${title}\n姓名,性别,入党时间\n钱多,女,2020-07-01\n`,
    }
    expect(roster(files)).toEqual({ members: undefined, problems: ['info partial-roster 1:1'] })
    const options = { asOf: '2026-04-30', period: '2026-01..2026-03' }
    expect(judge('branch/size', files, options).outcome).not.toBe('fail')
  })

  test.each(['党员名册', '离退休党支部党员花名册'])('%s is', (title) => {
    const { members } = roster({ 'b.csv': `${BRANCH.slice(0, 4)}${title}\n姓名,性别,入党时间\n钱多,女,2020-07-01\n` })
    expect(members).toHaveLength(1)
  })
})

test('a column that only ends like a known one is none: 流出时间, 入团时间', () => {
  const { members, problems } = roster(csv('姓名,性别,流出时间,入团时间', '钱多,女,2025-03-01,2010-05-04'))
  expect(members).toEqual([{ name: '钱多', gender: '女', exemptions: [] }])
  expect(problems).toEqual(['info unknown-field 2:7', 'info unknown-field 2:12'])
})

describe('registers as tables', () => {
  test.each([
    ['双报到登记表', '姓名,报到社区,报到时间,服务内容', '赵敏,杏园社区,2026-03-05,文明劝导', '双报到'],
    ['结对帮扶台账', '帮扶人,帮扶对象,帮扶时间', '赵敏,张三,2026-03-05', '结对帮扶'],
    ['慰问走访', '人员,对象,走访时间,填表日期', '赵敏,张三,2026-03-05,2026-03-09', '慰问走访'],
  ])('%s: the one column that tells when it was is the day', (title, header, row, register) => {
    const { ledgers, problems } = takeIn({ 'a.csv': `${BRANCH}${title}\n${header}\n${row}\n` })
    expect(ledgers[0]?.records.map((record) => `${record.register} ${record.date?.value}`)).toEqual([
      `${register} 2026-03-05`,
    ])
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  test('a table of something else is none, though it has such a column', () => {
    const { ledgers } = takeIn({ 'a.csv': '值班表\n姓名,地点,值班时间\n赵敏,门岗,2026-03-05\n' })
    expect(ledgers).toEqual([])
  })
})
