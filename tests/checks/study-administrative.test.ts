import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function administrative(kind: string, items: readonly string[], fields = '') {
  const agenda = items.length === 0 ? '' : `\n    议题:\n${items.map((item) => `      - {内容: ${item}}`).join('\n')}`
  const record = `  - 类型: ${kind}\n    日期: 2026-03-12${fields}${agenda}`
  return judge('study/administrative', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n${record}`, {
    asOf: '2026-06-30',
    period: '2026-01..2026-06',
  })
}

const STUDY = '学习党章'
const WORK = '布置消防安全检查'

test('six tenths of administrative content are too much, just under are not', () => {
  expect(administrative('党员大会', [STUDY, STUDY, WORK, WORK, WORK]).findings).toMatchObject([
    {
      subject: '2026-03-12 党员大会',
      nature: 'breach',
      severity: 'warning',
      message:
        '3月12日党员大会议题有60%是行政业务：“布置消防安全检查”（消防安全、布置）、“布置消防安全检查”（消防安全、布置）、“布置消防安全检查”（消防安全、布置）',
      evidence: [
        { line: 8, column: 14, excerpt: WORK },
        { line: 9, column: 14 },
        { line: 10, column: 14 },
      ],
    },
  ])
  expect(administrative('党员大会', [STUDY, STUDY, STUDY, WORK, WORK, WORK]).outcome).toBe('pass')
})

test('a meeting of nothing else is told as that', () => {
  expect(administrative('党员大会', [WORK]).findings.map(({ message }) => message)).toEqual([
    '3月12日党员大会议题全部是行政业务：“布置消防安全检查”（消防安全、布置）',
  ])
})

test('two thirds are 66 %', () => {
  expect(administrative('党员大会', [STUDY, WORK, WORK]).findings[0]?.message).toContain('议题有66%是行政业务')
})

test('minutes decide where every item has them', () => {
  expect(administrative('党员大会', [`${STUDY}, 时长: 41`, `${WORK}, 时长: 59`]).outcome).toBe('pass')
  expect(
    administrative('党员大会', [`${STUDY}, 时长: 40`, `${WORK}, 时长: 60`]).findings.map(({ message }) => message),
  ).toEqual(['3月12日党员大会议题按时间计有60%是行政业务：“布置消防安全检查”（消防安全、布置）'])
})

test('a mixed item counts half', () => {
  expect(administrative('党员大会', ['传达学习会议精神，安排防汛值班']).outcome).toBe('pass')
  expect(administrative('党员大会', ['传达学习会议精神，安排防汛值班', WORK]).outcome).toBe('fail')
})

test('no political or party item at all', () => {
  expect(administrative('党小组会', ['到敬老院开展志愿服务', WORK]).findings.map(({ message }) => message)).toEqual([
    '3月12日党小组会没有政治学习和党务内容：“到敬老院开展志愿服务”（志愿服务、敬老院）、“布置消防安全检查”（消防安全、布置）',
  ])
})

test('a 主题党日 of service needs none', () => {
  expect(administrative('主题党日', ['到敬老院开展志愿服务']).outcome).toBe('pass')
  expect(administrative('主题党日', ['到敬老院开展志愿服务', WORK, WORK]).outcome).toBe('fail')
})

test('what the branch itself deliberates is no administration', () => {
  expect(administrative('党员大会', ['讨论村集体鱼塘发包事宜']).outcome).toBe('pass')
})

test('an item that cannot be classified may be a party item', () => {
  expect(administrative('党员大会', ['到敬老院开展志愿服务', '某某']).outcome).toBe('pass')
  expect(administrative('党员大会', ['某某'])).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月12日党员大会没有写明议题，或议题无法归类',
  })
})

test('the label of the ledger wins', () => {
  expect(administrative('党员大会', [`${WORK}, 类别: 议事`]).outcome).toBe('pass')
})

test('a title alone is too little to find fault with; minutes are enough and are named', () => {
  expect(administrative('党员大会', [], '\n    主题: 物业费收缴')).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月12日党员大会没有议题和会议记录，只凭主题无法判断',
  })
  expect(
    administrative('党员大会', [], '\n    记录: 会议布置了消防安全检查。').findings.map(({ message }) => message),
  ).toEqual([
    '3月12日党员大会内容全部是行政业务：“会议布置了消防安全检查。”（消防安全、布置）（没有议题，是从会议记录看的）',
  ])
})

test('an 组织生活会 and a 支委会 are not looked at', () => {
  expect(administrative('组织生活会', [WORK]).outcome).toBe('not-applicable')
  expect(administrative('支委会', [WORK]).outcome).toBe('not-applicable')
})
