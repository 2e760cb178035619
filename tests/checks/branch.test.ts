import { describe, expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { conclude, examine } from '../../src/check.ts'
import type { ExpectedBranch } from '../../src/ledger/expected-branch.ts'
import { prepare } from '../../src/setup.ts'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

const WHEN = { asOf: '2026-04-30', period: '2026Q1' }

function people(count: number, more = ''): string {
  return Array.from({ length: count }, (_, at) => `{姓名: 党员${at + 1}${more}}`).join(', ')
}

function branch(rule: string, said: string, members?: string, records = '[]') {
  const roster = members === undefined ? '' : `党员: [${members}]\n`
  return judge(rule, `支部: {名称: 杏园社区第一党支部${said}}\n${roster}组织生活: ${records}\n`, WHEN)
}

describe('branch/size', () => {
  const sized = (members?: string, said = '') => branch('branch/size', said, members)

  test('three to fifty full members', () => {
    expect(sized(people(3)).outcome).toBe('pass')
    expect(sized(people(50)).outcome).toBe('pass')
    expect(sized(people(2)).findings.map(brief)).toEqual([
      {
        severity: 'warning',
        subject: '党员人数',
        message: '2026-03-31名册上的正式党员2人，不足3人',
        at: ['1:10'],
      },
    ])
    expect(sized(people(51)).findings.map(brief)).toMatchObject([
      { message: '2026-03-31名册上的正式党员51人，超过50人' },
    ])
  })

  test.each(['人员类别: 预备党员', '转出: 2026-02-01', '去世: 2026-02-01', '停止党籍: 2026-02-01'])(
    'who is on the roster with %s does not count',
    (said) => {
      expect(sized(`${people(50)}, {姓名: 郑平, ${said}}`).outcome).toBe('pass')
    },
  )

  test('预备党员 do not make a branch', () => {
    expect(sized(`${people(2)}, {姓名: 钱多, 人员类别: 预备党员}`).outcome).toBe('fail')
  })

  test('without a roster it is not evaluated', () => {
    expect(sized()).toMatchObject({ outcome: 'not-evaluated', reason: '台账没有党员名册' })
  })

  test('of a branch that is no more nothing is demanded', () => {
    expect(sized(people(1), ', 撤销: 2026-03-01').outcome).toBe('not-applicable')
  })
})

describe('branch/committee', () => {
  const committee = (said: string, members?: string, records?: string) =>
    branch('branch/committee', said, members, records)

  test('from seven full members on', () => {
    expect(committee('', people(6)).outcome).toBe('not-applicable')
    expect(committee('', people(7)).findings.map(brief)).toEqual([
      {
        severity: 'error',
        subject: '支委会',
        message: '名册上的正式党员7人，台账未列支部委员，也未见支委会记录',
        at: ['1:10'],
      },
    ])
  })

  test('listed, on record, or an office of a member', () => {
    expect(committee(', 委员: [党员1, 党员2, 党员3]', people(7)).outcome).toBe('pass')
    expect(committee('', people(7), '[{类型: 支委会, 日期: 2025-01-05}]').outcome).toBe('pass')
    expect(committee('', people(7, ', 职务: 组织委员')).outcome).toBe('pass')
    expect(committee('', people(7, ', 职务: 支委')).outcome).toBe('pass')
  })

  test('without a roster it is not evaluated', () => {
    expect(committee('')).toMatchObject({ outcome: 'not-evaluated', reason: '台账没有党员名册，也没有写明支部委员' })
  })
})

describe('branch/term', () => {
  const term = (said: string, records?: string) => branch('branch/term', said, undefined, records)

  test('five years in a village or a 社区, three elsewhere', () => {
    expect(term(', 领域: 社区, 换届: 2021-03-31').outcome).toBe('pass')
    expect(term(', 领域: 社区, 换届: 2021-03-30').findings.map(brief)).toEqual([
      {
        severity: 'error',
        subject: '换届',
        message: '本届自2021-03-30起，任期5年，应在2026-03-30前换届，台账未见换届记录',
        at: ['1:33'],
      },
    ])
    expect(term(', 领域: 机关, 换届: 2023-03-31').outcome).toBe('pass')
    expect(term(', 领域: 机关, 换届: 2023-03-30').outcome).toBe('fail')
  })

  test('the ledger may name the term', () => {
    expect(term(', 领域: 机关, 任期: 5, 换届: 2022-03-30').outcome).toBe('pass')
  })

  test('a delay that was granted', () => {
    const granted = (until: string) =>
      term(`, 领域: 机关, 换届: 2022-05-01, 换届延期批复: {文号: 某组〔2025〕3号${until}}`)
    expect(granted(', 至: 2026-03-31').outcome).toBe('pass')
    expect(granted('').outcome).toBe('pass')
    expect(granted(', 至: 2026-03-30').findings.map(brief)).toMatchObject([
      { message: '本届自2022-05-01起，任期3年，应在2026-03-30前换届（含批准的延期），台账未见换届记录' },
    ])
  })

  test.each([
    ['换届选举大会', 'pass'],
    ['支部换届改选', 'pass'],
    ['选举新一届支部委员会', 'pass'],
    ['部署换届选举工作', 'fail'],
    ['学习支部改选办法', 'fail'],
  ])('a term begins with an election on record, here of %s: %s', (title, outcome) => {
    const records = `[{类型: 党员大会, 日期: 2025-06-01, 主题: ${title}}]`
    expect(term(', 领域: 机关, 换届: 2020-01-01', records).outcome).toBe(outcome)
  })

  test('a 临时党支部 has no term', () => {
    expect(term(', 支部类型: 临时, 换届: 2010-01-01').outcome).toBe('not-applicable')
  })

  test('what is not said is not evaluated', () => {
    expect(term(', 领域: 机关')).toMatchObject({ outcome: 'not-evaluated', reason: '缺换届日期' })
    expect(term(', 换届: 2022-01-01')).toMatchObject({
      outcome: 'not-evaluated',
      reason: '缺任期或领域，不知道任期几年',
    })
    expect(term(', 换届: 2021-01-01').outcome).toBe('fail')
  })

  test('the first term runs from the founding', () => {
    expect(term(', 领域: 机关, 成立: 2024-01-01').outcome).toBe('pass')
    expect(term(', 领域: 机关, 成立: 2010-01-01').outcome).toBe('not-evaluated')
  })
})

describe('branch/excellent', () => {
  const appraised = (grades: string, members?: string) =>
    branch(
      'branch/excellent',
      '',
      members,
      `[{类型: 民主评议, 日期: 2026-02-10, 所属年度: 2025, 评议结果: {${grades}}}]`,
    )

  test('a third is not too many', () => {
    expect(appraised('优秀: 4, 合格: 8').outcome).toBe('pass')
    expect(appraised('优秀: 5, 合格: 7').findings.map(brief)).toEqual([
      {
        severity: 'warning',
        subject: '2026-02-10 民主评议',
        message: '2月10日民主评议评为优秀5人，参评12人，优秀超过三分之一',
        at: ['2:58', '2:65'],
      },
    ])
  })

  test('only what is too much of those graded and of the full members is told', () => {
    expect(appraised('优秀: 4, 合格: 7', people(12)).outcome).toBe('pass')
    expect(appraised('优秀: 4, 合格: 8', people(11)).outcome).toBe('pass')
    expect(appraised('优秀: 4, 合格: 7', people(11)).outcome).toBe('fail')
  })

  test('without a base or without grades it is not evaluated', () => {
    expect(appraised('优秀: 4')).toMatchObject({
      outcome: 'not-evaluated',
      reason: '2月10日民主评议缺参评人数和党员名册',
    })
    expect(branch('branch/excellent', '', undefined, '[{类型: 民主评议, 日期: 2026-02-10}]')).toMatchObject({
      outcome: 'not-evaluated',
      reason: '2月10日民主评议缺评议结果',
    })
  })
})

describe('branch/missing', () => {
  const at = { file: 'branches.yaml', line: 2, column: 3 }

  function handedIn(roster: readonly ExpectedBranch[], branches: readonly string[]) {
    const setup = prepare({ asOf: day('2026-04-30'), roster })
    const parts = branches.map((said, index) =>
      examine({ path: `${index}.yaml`, bytes: new TextEncoder().encode(`支部: {${said}}\n组织生活: []\n`) }, setup),
    )
    return conclude(parts, setup).branches.map(({ id, verdicts, findings }) => ({
      id,
      verdict: verdicts.find(({ rule }) => rule === 'branch/missing')?.outcome,
      others: [...new Set(verdicts.filter(({ rule }) => rule !== 'branch/missing').map(({ outcome }) => outcome))],
      findings: findings.filter(({ rule }) => rule === 'branch/missing').map(brief),
    }))
  }

  test('a branch that handed in nothing is told, and nothing else of it', () => {
    const roster = [
      { name: '杏园社区第一党支部', code: 'XY-01', at },
      { name: '杏园社区第二党支部', code: 'XY-02', at: { ...at, line: 3 } },
    ]
    const [first, second] = handedIn(roster, ['名称: 杏园社区第一党支部, 编号: XY-01'])
    expect(first).toMatchObject({ id: 'XY-01', verdict: 'pass', findings: [] })
    expect(second).toEqual({
      id: 'XY-02',
      verdict: 'fail',
      others: ['not-evaluated'],
      findings: [
        {
          severity: 'error',
          subject: '台账',
          message: '杏园社区第二党支部列在应交台账的支部名单上，未见其台账',
          at: ['3:3'],
        },
      ],
    })
  })

  test.each([
    ['a former name', '名称: 杏园社区联合党支部, 曾用名: [杏园社区第一党支部]'],
    ['the full name', '名称: 中共杏园社区第一支部委员会'],
    ['a code that only the ledger has', '名称: 杏园社区第一党支部, 编号: XY-01'],
  ])('is known by %s', (_, said) => {
    expect(handedIn([{ name: '杏园社区第一党支部', at }], [said])).toMatchObject([{ verdict: 'pass' }])
  })

  test('a ledger that is not on the roster may be the missing one', () => {
    const [, missing] = handedIn([{ name: '杏园社区第二党支部', at }], ['名称: 杏园二支部, 编号: A'])
    expect(missing?.findings).toMatchObject([
      {
        message:
          '杏园社区第二党支部列在应交台账的支部名单上，未见其台账；另有杏园二支部的台账不在名单上，请核对是否同一支部',
      },
    ])
  })

  test('without a roster nobody is missing', () => {
    expect(handedIn([], ['名称: 杏园社区第一党支部'])).toMatchObject([{ verdict: 'not-applicable', findings: [] }])
  })
})
