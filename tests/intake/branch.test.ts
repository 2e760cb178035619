import { describe, expect, test } from 'vitest'
import { ledgerOf, plain, takeIn, told } from '../support/intake.ts'

const branchOf = (lines: string) =>
  plain(ledgerOf(`支部:\n  名称: 甲支部\n  ${lines.split('\n').join('\n  ')}\n组织生活: []\n`).branch)

const EMPTY = { id: '甲支部', name: '甲支部', formerNames: [], secretaries: [], deputies: [], mergedFrom: [] }

describe('branch', () => {
  test('the branch of spec/ledger.md is read with every field', () => {
    const { branch } = ledgerOf(`支部:
  名称: 杏园社区第一党支部
  曾用名: [杏园居委会党支部]
  编号: XY-01
  上级: 城东街道党工委
  领域: 社区
  支部类型: 普通
  书记: 王建国
  副书记: 李秀英
  委员: [王建国, 李秀英, 赵敏]
  党小组: {第一党小组: 孙立, 第二党小组: 周强}
  成立: 2019-06-01
  合并自: 杏园居委会党支部、南门党支部
  换届: 2024-03-10
  任期: 5
  换届延期批复: {文号: 城东组〔2029〕3号, 至: 2029-09-10}
  主题党日: 每月28日
`)
    expect(plain(branch)).toEqual({
      id: 'XY-01',
      name: '杏园社区第一党支部',
      formerNames: ['杏园居委会党支部'],
      code: 'XY-01',
      superior: '城东街道党工委',
      scene: '社区',
      form: '普通',
      secretaries: [{ name: '王建国' }],
      deputies: [{ name: '李秀英' }],
      committee: [{ name: '王建国' }, { name: '李秀英' }, { name: '赵敏' }],
      groups: [
        { name: '第一党小组', leader: '孙立' },
        { name: '第二党小组', leader: '周强' },
      ],
      founded: '2019-06-01',
      mergedFrom: ['杏园居委会党支部', '南门党支部'],
      termStart: '2024-03-10',
      termLength: 5,
      termExtension: { document: '城东组〔2029〕3号', until: '2029-09-10' },
      partyDay: { type: 'day-of-month', day: 28 },
    })
  })

  test.each([
    [
      '书记: [{姓名: 王建国, 自: 2024-03-10, 至: 2026-05-20}, {姓名: 赵敏, 自: 2026-05-21}]',
      {
        secretaries: [
          { name: '王建国', from: '2024-03-10', to: '2026-05-20' },
          { name: '赵敏', from: '2026-05-21' },
        ],
      },
    ],
    [
      '书记: 王建国（2024-03-10至2026-05-20）、赵敏（2026-05-21起）',
      {
        secretaries: [
          { name: '王建国', from: '2024-03-10', to: '2026-05-20' },
          { name: '赵敏', from: '2026-05-21' },
        ],
      },
    ],
    ['副书记: 空缺', {}],
    ['委员: 王建国、李秀英（组织委员）', { committee: [{ name: '王建国' }, { name: '李秀英' }] }],
    ['委员: {组织委员: 李秀英, 赵敏: 宣传委员}', { committee: [{ name: '李秀英' }, { name: '赵敏' }] }],
    ['委员: 无', { committee: [] }],
    ['委员: []', { committee: [] }],
    ['党小组: [第一党小组, 第二党小组]', { groups: [{ name: '第一党小组' }, { name: '第二党小组' }] }],
    [
      '党小组: 第一党小组（组长孙立）、第二党小组',
      { groups: [{ name: '第一党小组', leader: '孙立' }, { name: '第二党小组' }] },
    ],
    ['党小组: [{名称: 第一党小组, 组长: 孙立}]', { groups: [{ name: '第一党小组', leader: '孙立' }] }],
    ['党小组: 无', { groups: [] }],
    ['党小组: 2', {}],
    ['编号: 012', { id: '012', code: '012' }],
    ['主题党日: 每月最后一个星期五', { partyDay: { type: 'weekday', nth: -1, weekday: 5 } }],
  ])('%s', (lines, expected) => {
    expect(branchOf(lines)).toEqual({ ...EMPTY, ...expected })
  })

  test.each([
    ['领域: 火星', ['warning bad-scene 3:7']],
    ['换届: 去年', ['warning bad-date 3:7']],
    ['成立: 2019年6月', ['info guessed-day 3:7']],
    ['党小组: 2', ['info unnamed-groups 3:8']],
    ['口号: 向前', ['info unknown-field 3:3']],
  ])('%s is told', (line, expected) => {
    expect(told(takeIn(`支部:\n  名称: 甲支部\n  ${line}\n组织生活: []\n`).problems)).toEqual(expected)
  })
})

describe('members', () => {
  const memberOf = (fields: string) => {
    const { ledgers, problems } = takeIn(`支部: 甲支部\n党员:\n  - {姓名: 张三, ${fields}}\n`)
    return { member: ledgers[0]?.members?.[0], problems }
  }

  test('the members of spec/ledger.md are read', () => {
    const { members } = ledgerOf(`支部: 甲支部
党员:
  - {姓名: 王建国, 出生: 1968-05-01, 入党: 1992-07-01, 人员类别: 正式党员, 党小组: 第一党小组, 岗位状态: 在职, 职务: 书记}
  - {姓名: 钱多, 人员类别: 预备党员, 预备期起: 2026-02-01, 岗位状态: 务农, 流动: 是}
  - {姓名: 吴老, 人员类别: 正式党员, 不作硬性要求: 年老体弱}
  - {姓名: 郑平, 人员类别: 正式党员, 转入: 2026-04-01}
`)
    expect(plain(members)).toEqual([
      {
        name: '王建国',
        birth: '1968-05-01',
        joined: '1992-07-01',
        status: '正式党员',
        group: '第一党小组',
        post: '在职',
        office: '书记',
        exemptions: [],
      },
      { name: '钱多', status: '预备党员', probationStart: '2026-02-01', post: '务农', mobile: true, exemptions: [] },
      { name: '吴老', status: '正式党员', exemptions: [{ reason: '年老体弱' }] },
      { name: '郑平', status: '正式党员', movedIn: '2026-04-01', exemptions: [] },
    ])
  })

  test.each([
    ['类别: 预备', { status: '预备党员' }],
    ['类别: 务农', { post: '务农' }],
    ['身份: 正式', { status: '正式党员' }],
    ['人员类别: 正式, 身份: 教师', { status: '正式党员', post: '教师' }],
    ['人员类别: 预备党员, 预备期: 2026-02-01', { status: '预备党员', probationStart: '2026-02-01' }],
    ['流动: 否', { mobile: false }],
    [
      '豁免: 产假（2026-03-01至2026-06-01）',
      { exemptions: [{ reason: '产假', from: '2026-03-01', to: '2026-06-01' }] },
    ],
    ['豁免: {原因: 借调, 自: 2026-03-01}', { exemptions: [{ reason: '借调', from: '2026-03-01' }] }],
    ['豁免: 无', {}],
    ['豁免: 是', { exemptions: [{ reason: '豁免' }] }],
    ['编号: 007', { code: '007' }],
  ])('%s', (fields, expected) => {
    const { member, problems } = memberOf(fields)
    expect(plain(member)).toEqual({ name: '张三', exemptions: [], ...expected })
    expect(problems).toEqual([])
  })

  test('names alone make a roster', () => {
    expect(ledgerOf('支部: 甲支部\n党员: 张三、李四\n').members?.map(({ name }) => name.value)).toEqual([
      '张三',
      '李四',
    ])
    expect(ledgerOf('支部: 甲支部\n党员: [张三, 李四]\n').members?.map(({ name }) => name.value)).toEqual([
      '张三',
      '李四',
    ])
    expect(
      ledgerOf('支部: 甲支部\n党员: {张三: 正式, 李四: {流动: 是}}\n').members?.map(({ name }) => name.value),
    ).toEqual(['张三', '李四'])
  })

  test('a number of members is no roster', () => {
    const { ledgers, problems } = takeIn('支部: 甲支部\n党员: 32\n')
    expect(ledgers[0]?.members).toBeUndefined()
    expect(told(problems)).toEqual(['info unnamed-members 2:5'])
  })

  test('one who is no member is told and left out', () => {
    const { member, problems } = memberOf('类别: 入党积极分子')
    expect(member).toBeUndefined()
    expect(told(problems)).toEqual(['info no-member 3:18'])
  })

  test('a member without a name is told', () => {
    expect(told(takeIn('支部: 甲支部\n党员:\n  - {人员类别: 正式党员}\n').problems)).toEqual(['error missing-name 3:5'])
  })
})
