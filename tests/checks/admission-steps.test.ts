import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'agenda/admission'
const MARCH = { asOf: '2026-04-30', period: '2026-03' }
const STEPS =
  '钱多同志宣读入党志愿书，汇报对党的认识。介绍人孙立、周强介绍有关情况。支委会报告审查情况。与会党员充分讨论，认为其已经具备条件，随后投票表决。'

function assembly(item: string, minutes: string, before = ''): string {
  return `支部: {名称: 甲支部, 委员: [王建国, 李秀英, 赵敏]}
党员: [{姓名: 钱多, 人员类别: 预备党员}, {姓名: 吴友}]
组织生活:
${before}  - 类型: 党员大会
    日期: 2026-03-12
    议题:
      - ${item}
${minutes === '' ? '' : `    记录: ${minutes}\n`}`
}

const VOTED = '{内容: 讨论接收钱多为预备党员, 表决: {赞成: 8, 反对: 0, 弃权: 0, 结果: 通过}}'

test('all steps and the vote', () => {
  expect(judge(RULE, assembly(VOTED, STEPS), MARCH)).toMatchObject({ outcome: 'pass', findings: [] })
})

test('what the minutes leave out is told at the item', () => {
  const minutes = STEPS.replace('介绍人孙立、周强介绍有关情况。', '').replace('，随后投票表决', '')
  expect(judge(RULE, assembly('{内容: 讨论接收钱多为预备党员}', minutes), MARCH).findings).toMatchObject([
    {
      severity: 'error',
      subject: '2026-03-12 党员大会 钱多',
      message: '3月12日党员大会讨论接收钱多为预备党员，台账未见“介绍人意见”“表决结果”的记录',
      evidence: [{ line: 7, excerpt: '讨论接收钱多为预备党员' }],
    },
  ])
})

test('an entry of one line is silent', () => {
  const [finding] = judge(RULE, assembly(VOTED, ''), MARCH).findings
  expect(finding?.severity).toBe('warning')
  expect(finding?.message).toBe('3月12日党员大会讨论接收钱多为预备党员，台账未反映“本人汇报”“介绍人意见”“支委会审查”')
})

test('a 支委会 that spoke of the candidate before is the review', () => {
  const before = '  - {类型: 支委会, 日期: 2026-03-02, 议题: [{内容: 研究钱多的入党材料}]}\n'
  const minutes = STEPS.replace('支委会报告审查情况。', '')
  expect(judge(RULE, assembly(VOTED, minutes), MARCH).outcome).toBe('fail')
  expect(judge(RULE, assembly(VOTED, minutes, before), MARCH).outcome).toBe('pass')
})

test('a branch without a 支委会 needs no review by one', () => {
  const minutes = STEPS.replace('支委会报告审查情况。', '')
  const ledger = assembly(VOTED, minutes).replace(', 委员: [王建国, 李秀英, 赵敏]', '')
  expect(judge(RULE, ledger, MARCH).outcome).toBe('pass')
})

test('each candidate is judged', () => {
  const minutes = `${STEPS}${STEPS}`
  const ledger = assembly(VOTED, minutes).replace(
    `      - ${VOTED}`,
    '      - 内容: 讨论接收钱多为预备党员\n      - 内容: 讨论吴友转正',
  )
  expect(judge(RULE, ledger.replaceAll('投票表决', ''), MARCH).findings.map(({ subject }) => subject)).toEqual([
    '2026-03-12 党员大会 吴友',
    '2026-03-12 党员大会 钱多',
  ])
})

describe('what only speaks of it', () => {
  test.each([
    '学习《中国共产党发展党员工作细则》',
    '学习讨论接收预备党员的有关规定',
    '集中学习预备党员转正的审议程序',
    '通报接收钱多为预备党员的批复',
    '介绍接收预备党员程序',
    '讨论接收预备党员工作计划',
    '欢迎新接收的预备党员钱多',
    '通报上级党委同意接收钱多为预备党员的批复',
    '宣布上级党委审批通过接收钱多为预备党员',
    '讨论确定钱多为发展对象',
    '传达关于接收预备党员工作的通知',
    '听取吴友转正前的思想汇报',
    '讨论新员工试用期转正',
    '讨论接收张某党员组织关系',
  ])('%s', (content) => {
    expect(judge(RULE, assembly(`{内容: ${content}}`, ''), MARCH).outcome).toBe('not-applicable')
  })
})

test('what comes behind the study of something else is decided', () => {
  expect(judge(RULE, assembly('{内容: 学习党章，讨论接收钱多为预备党员}', ''), MARCH).outcome).toBe('fail')
})

test('how grave it is follows what is told of the candidate, not of another', () => {
  const speech = '发言: [{姓名: 孙立, 内容: 同意。}]'
  const ledger = assembly(VOTED, '').replace(
    `      - ${VOTED}`,
    `      - {内容: 讨论接收钱多为预备党员, ${speech}}\n      - 内容: 讨论吴友转正`,
  )
  expect(judge(RULE, ledger, MARCH).findings.map(({ subject, severity }) => [subject, severity])).toEqual([
    ['2026-03-12 党员大会 吴友', 'warning'],
    ['2026-03-12 党员大会 钱多', 'error'],
  ])
})

test('转正 has steps of its own', () => {
  const item = '{内容: 讨论吴友同志转正, 表决: {赞成: 8, 结果: 通过}}'
  const minutes =
    '吴友同志宣读转正申请，汇报预备期表现。党小组意见同意转正，支部征求了党员和群众意见。支委会报告审查情况。与会党员讨论后进行表决，会议同意其按期转正，报上级审批。'
  expect(judge(RULE, assembly(item, minutes), MARCH).outcome).toBe('pass')
  expect(
    judge(RULE, assembly(item, minutes.replace('宣读转正申请，汇报预备期表现', '发言')), MARCH).findings,
  ).toMatchObject([{ message: '3月12日党员大会讨论吴友转正，台账未见“转正申请”的记录' }])
})
