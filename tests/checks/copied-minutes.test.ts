import { describe, expect, test } from 'vitest'
import { type Judged, type JudgeOptions, judgeBranches } from '../support/judge.ts'
import { ownText } from '../text/reuse/texts.ts'

const OPTIONS: JudgeOptions = { asOf: '2026-06-30', period: '2026-01..2026-06' }
const TEXT = ownText(1, 160)

interface Meeting {
  readonly date: string
  readonly kind?: string
  readonly text?: string
  readonly more?: string
}

function ledger(branch: string, ...meetings: Meeting[]): string {
  return [
    `支部: {名称: ${branch}}`,
    '党员: [{姓名: 王建国}, {姓名: 赵敏}, {姓名: 孙立}, {姓名: 钱多}]',
    '组织生活:',
    ...meetings.flatMap(({ date, kind = '党员大会', text = TEXT, more }) => [
      `  - 类型: ${kind}`,
      `    日期: ${date}`,
      ...(more === undefined ? [] : [`    ${more}`]),
      '    记录: |',
      ...text.split('\n').map((line) => `      ${line}`),
    ]),
    '',
  ].join('\n')
}

function judged(files: Readonly<Record<string, string>>): Record<string, Judged> {
  return judgeBranches('record/copied', files, OPTIONS)
}

/** Minutes of two branches, the earlier ones first. */
function two(first: Partial<Meeting>, second: Partial<Meeting>): Record<string, Judged> {
  return judged({
    'a.yaml': ledger('杏园支部', { date: '2026-03-12', ...first }),
    'b.yaml': ledger('柳湾支部', { date: '2026-04-12', ...second }),
  })
}

test('minutes that are those of an earlier meeting but for dates and names', () => {
  const minutes = (month: string, day: string, chair: string, other: string, due: number) =>
    `会议时间：2026年${month}月${day}日下午\n主持人：${chair}\n应到党员${due}人，实到${due - 2}人。\n${TEXT.slice(0, 60)}${chair}、${other}先后发言。${TEXT.slice(60)}`
  const { 杏园支部 } = judged({
    'a.yaml': ledger(
      '杏园支部',
      { date: '2026-03-12', text: minutes('3', '12', '王建国', '赵敏', 32) },
      { date: '2026-05-14', text: minutes('五', '十四', '孙立', '钱多', 33) },
    ),
  })
  expect(杏园支部?.findings).toMatchObject([
    {
      subject: '2026-05-14 党员大会',
      nature: 'clue',
      severity: 'error',
      message:
        '疑似雷同：5月14日党员大会的记录隐去日期、姓名、数字后，约100%的文字与本支部3月12日党员大会的记录相同或相近；请核对原始记录',
      evidence: [{ file: 'a.yaml' }, { file: 'a.yaml' }],
      data: { originality: 0, matches: [{ with: { branch: '杏园支部', record: '2026-03-12 党员大会' }, share: 1 }] },
    },
  ])
})

describe('how grave it is', () => {
  const share = (copied: number) =>
    TEXT.slice(0, Math.round(copied * 1.7)) + ownText(7, Math.round((100 - copied) * 1.6))

  test.each([
    [83, 'error'],
    [77, 'warning'],
    [63, 'warning'],
    [57, undefined],
  ])('%i of a hundred characters: %s', (copied, severity) => {
    expect(two({}, { text: share(copied) }).柳湾支部?.findings[0]?.severity).toBe(severity)
  })
})

test('the later one is the finding, of one day both are', () => {
  const later = two({}, {})
  expect([later.杏园支部?.outcome, later.柳湾支部?.outcome]).toEqual(['pass', 'fail'])
  const sameDay = two({}, { date: '2026-03-12' })
  expect([sameDay.杏园支部?.outcome, sameDay.柳湾支部?.outcome]).toEqual(['fail', 'fail'])
  expect(sameDay.柳湾支部?.findings[0]?.message).toContain('日期相同，先后未定')
})

test('opinions that two members give at one meeting in the same words', () => {
  const opinion = `${ownText(5, 60)}`
  const speech = (name: string, content: string) => `{姓名: ${name}, 内容: "${content}"}`
  const meeting = (other: string) =>
    judged({
      'a.yaml': `支部: {名称: 杏园支部}
组织生活:
  - 类型: 组织生活会
    日期: 2026-02-12
    议题:
      - 内容: 批评与自我批评
        发言: [${speech('赵敏', opinion)}, ${speech('孙立', other)}]
`,
    }).杏园支部
  expect(meeting(ownText(6, 60))).toMatchObject({ outcome: 'pass' })
  expect(meeting(opinion)?.findings).toMatchObject([
    { subject: '2026-02-12 组织生活会 孙立', severity: 'error' },
    { subject: '2026-02-12 组织生活会 赵敏', severity: 'error' },
  ])
  expect(meeting(opinion)?.findings[0]?.message).toBe(
    '疑似雷同：2月12日组织生活会上孙立的发言隐去日期、姓名、数字后，约100%的文字与赵敏的发言相同或相近；请核对原始记录',
  )
})

describe('no copying', () => {
  test('the fields of the form', () => {
    const form = (text: string) =>
      `会议时间：2026年3月12日下午两点整在社区三楼会议室\n会议地点：社区党群服务中心三楼东侧第二会议室\n参加人员：支部全体正式党员和预备党员以及入党积极分子代表\n列席人员：街道党建指导员和社区民警以及物业公司负责人\n${text}`
    const { 柳湾支部 } = two({ text: form(ownText(8, 40)) }, { text: form(ownText(9, 40)) })
    expect(柳湾支部).toMatchObject({ outcome: 'pass', findings: [] })
  })

  test('routine openings and closings', () => {
    const routine = (text: string) =>
      `${text}大家一致认为进一步统一了思想，进一步提高了认识，进一步增强了责任感和使命感，收到了良好的效果，会议取得圆满成功。`
    const { 柳湾支部 } = two({ text: routine(ownText(8, 20)) }, { text: routine(ownText(9, 20)) })
    expect(柳湾支部).toMatchObject({ outcome: 'pass', findings: [] })
  })

  test('one meeting of several branches', () => {
    const day = { date: '2026-03-12' }
    expect(two(day, { ...day, more: '联合支部: [杏园支部]' }).柳湾支部?.outcome).toBe('pass')
    expect(two({ ...day, more: '联合支部: [柳湾支部]' }, day).柳湾支部?.outcome).toBe('pass')
    expect(two(day, { ...day, more: '联合支部: [河口支部]' }).柳湾支部?.outcome).toBe('fail')
  })

  test('two records of one meeting in a branch', () => {
    const twice = (date: string) =>
      judged({
        'a.yaml': ledger('杏园支部', { date: '2026-03-12' }, { date, kind: '主题党日' }),
      }).杏园支部?.outcome
    expect(twice('2026-03-12')).toBe('pass')
    expect(twice('2026-03-13')).toBe('fail')
  })

  test('material that was issued for all', () => {
    expect(two({}, { more: '材料来源: 街道统一下发' }).柳湾支部?.outcome).toBe('pass')
    expect(two({}, { more: '材料来源: 本人自编' }).柳湾支部?.outcome).toBe('fail')
  })

  test('the text of a document that was read', () => {
    const read = (text: string) => `${ownText(8, 50)}会议学习了原文：“${ownText(5, 120)}”${text}`
    expect(two({ text: read(ownText(11, 150)) }, { text: read(ownText(12, 150)) }).柳湾支部?.outcome).toBe('pass')
  })
})

describe('what cannot be compared', () => {
  test('minutes that are too short', () => {
    const { 杏园支部 } = judged({ 'a.yaml': ledger('杏园支部', { date: '2026-03-12', text: ownText(1, 29) }) })
    expect(杏园支部).toMatchObject({ outcome: 'not-evaluated', reason: '会议记录都不足30字，无法比对' })
  })

  test('no minutes in the period', () => {
    const { 杏园支部 } = judged({ 'a.yaml': ledger('杏园支部', { date: '2025-03-12' }) })
    expect(杏园支部).toMatchObject({ outcome: 'not-applicable' })
  })
})

test.each([
  [
    '接收预备党员',
    '申请人宣读入党志愿书，汇报个人经历、家庭和主要社会关系情况；入党介绍人介绍申请人有关情况，并对其能否入党表明意见；支委会报告对申请人的审查情况；与会党员充分讨论，采取无记名投票方式进行表决。',
  ],
  [
    '组织生活会',
    '会前，支部广泛征求意见建议，深入开展谈心谈话。会上，书记代表支委会作对照检查，带头作自我批评，支委和党员逐一发言，严肃认真开展批评和自我批评。',
  ],
])('the steps that a regulation lays down are no copies: %s', (_, steps) => {
  const minutes = (seed: number) => `${steps}${ownText(seed, 40)}`
  const { 柳湾支部 } = two({ text: minutes(21) }, { text: minutes(22) })
  expect(柳湾支部).toMatchObject({ outcome: 'pass', findings: [] })
})
