import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const DAYS = { asOf: '2026-06-30', period: '2026-01..2026-06' }

function residue(
  record: string,
  branch = '名称: 杏园社区第一党支部, 上级: 城东街道党工委, 曾用名: [杏园居委会党支部]',
) {
  return judge(
    'record/residue',
    `支部: {${branch}}\n组织生活:\n  - 类型: 党员大会\n    日期: 2026-03-12\n${record}`,
    DAYS,
  )
}

function minutes(...lines: string[]) {
  return residue(`    记录: |\n${lines.map((line) => `      ${line}`).join('\n')}\n`)
}

describe('what nobody has filled in', () => {
  test.each([
    '会议由XXX同志主持',
    '××党支部召开党员大会',
    '***同志发言',
    '会议决定事项（待补充）',
    '（此处填写会议内容）',
    '某某党支部召开党员大会',
    '[姓名]同志作了发言',
    '20XX年工作安排',
    'X月X日前完成',
    '（请根据实际情况填写）',
  ])('%s', (line) => {
    expect(minutes('王建国主持会议。', line).findings).toMatchObject([
      { nature: 'clue', severity: 'warning', evidence: [{ line: 7 }] },
    ])
  })

  test('the finding quotes it with what stands around it', () => {
    expect(minutes('会议由XXX同志主持').findings).toMatchObject([
      {
        subject: '2026-03-12 党员大会',
        message: '疑似套用模板：3月12日党员大会留有没填写的内容“会议由XXX同志主持”，请核对原始记录',
        evidence: [{ file: 'ledger.yaml', line: 6, excerpt: '会议由XXX同志主持' }],
      },
    ])
  })

  test('in the field of a name', () => {
    expect(residue('    主持人: XXX\n').findings).toMatchObject([
      { evidence: [{ line: 5, column: 10, excerpt: 'XXX' }] },
    ])
  })
})

describe('lawful masking, numbers and forms', () => {
  test.each([
    '通报张某某违纪案例',
    '以案促改：XX局原局长受贿案',
    '通报某某党支部违规发展党员典型案例',
    '群众张××来信反映路灯不亮',
    '化名“某某”的党员谈体会',
    '联系电话138****1234',
    '会议室面积3×4米，横幅2XL号',
    '民主测评：√ ×× √',
    '张某说路灯坏了',
    '某党员提出建议',
    '********',
  ])('%s', (line) => {
    expect(minutes(line).outcome).toBe('pass')
  })

  test('a case told over several lines, and a story in a lecture', () => {
    expect(minutes('通报典型案例。', '1.张某某，某局原局长，收受礼金。', '2.××县李××，虚报补贴。').outcome).toBe('pass')
    expect(residue('    讲稿: |\n      有人看见某某发了财，心里就不平衡。\n').outcome).toBe('pass')
  })

  test('beside cases, the branch itself is still to be named', () => {
    expect(minutes('学习典型案例。', '××党支部党员谈体会。').findings).toHaveLength(1)
    expect(minutes('××党支部召开党员大会，听取群众意见。').findings).toHaveLength(1)
    expect(residue('    讲稿: |\n      同志们，我们XX村去年修了路。\n').findings).toHaveLength(1)
  })

  test('marks of emphasis in a script', () => {
    expect(residue('    讲稿: |\n      **一、办实事** 和 ***要紧***\n').outcome).toBe('pass')
  })
})

describe('another branch where its own should be', () => {
  test('in the title', () => {
    expect(residue('    主题: 石桥村党支部3月主题党日\n').findings).toMatchObject([
      {
        message: '疑似套用别处记录：3月12日党员大会该写本支部的地方写着“石桥村党支部”，请核对原始记录',
        evidence: [{ line: 5, column: 9, excerpt: '石桥村党支部3月主题党日' }],
      },
    ])
  })

  test('at the head of the minutes, after the day', () => {
    expect(minutes('2026年3月12日，石桥村党支部召开党员大会。').findings).toHaveLength(1)
  })

  test('as the one that decided', () => {
    expect(
      minutes('议题一，接收钱多为预备党员，由介绍人说明有关情况，经石桥村党支部党员大会讨论通过。').findings,
    ).toHaveLength(1)
  })

  test.each([
    '杏园社区第一党支部召开党员大会',
    '第一党支部召开党员大会',
    '杏园第一党支部开展主题党日',
    '城东街道杏园社区第一党支部召开党员大会',
    '杏园居委会党支部召开党员大会',
    '社区党支部召开党员大会',
    '我们党支部召开党员大会',
    '各党支部开展主题党日',
    '与石桥村党支部开展联合主题党日',
    '石桥村党支部开展主题党日的做法值得借鉴',
    '学习传达石桥村党支部开展主题党日的经验',
  ])('%s', (line) => {
    expect(minutes(line).outcome).toBe('pass')
  })

  test('a branch that the record names as its partner', () => {
    expect(residue('    主题: 和平里党支部3月主题党日\n    联合支部: [和平里党支部]\n').outcome).toBe('pass')
  })
})
