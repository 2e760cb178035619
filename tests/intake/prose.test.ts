import { describe, expect, test } from 'vitest'
import { plain, recordOf, told } from '../support/intake.ts'

const read = (lines: string) => recordOf(`类型: 党员大会\n日期: 2026-03-12\n${lines}`)

describe('agenda', () => {
  const contents = (lines: string) => read(lines).record.agenda.map(({ content }) => content.value)

  test.each([
    ['议题: [学习党章, 研究经费]', ['学习党章', '研究经费']],
    ['议题: 学习党章', ['学习党章']],
    ['议题: 1.学习党章 2.研究经费', ['学习党章', '研究经费']],
    ['议题: 1、学习党章；2、研究经费。', ['学习党章', '研究经费。']],
    ['议题: 一、学习党章；二、研究经费', ['学习党章', '研究经费']],
    ['议题: （一）学习党章（二）研究经费', ['学习党章', '研究经费']],
    ['议题: ①学习党章②研究经费', ['学习党章', '研究经费']],
    ['议题: 1.学习党章2.研究经费3.讨论接收', ['学习党章', '研究经费', '讨论接收']],
    ['议题: 学习党章；研究经费', ['学习党章', '研究经费']],
    ['议题: |\n  学习党章\n  研究经费', ['学习党章', '研究经费']],
    ['议题: |\n  1.学习党章\n  及有关规定\n  2.研究经费', ['学习党章\n及有关规定', '研究经费']],
    ['议题: ["1.学习党章", "2.研究经费"]', ['学习党章', '研究经费']],
    ['议题: 学习1.5小时，交流2次', ['学习1.5小时，交流2次']],
    ['议题: 研究3月12日、4月2日两次活动', ['研究3月12日、4月2日两次活动']],
    ['议题: [{内容: 学习党章}, 研究经费]', ['学习党章', '研究经费']],
    ['会议内容: 1.学习党章 2.研究经费', ['学习党章', '研究经费']],
    ['议题: 无', []],
  ])('%s', (lines, expected) => {
    expect(contents(lines)).toEqual(expected)
  })

  test('each item knows where it begins', () => {
    const { record } = read('议题: |\n  1.学习党章\n  2.研究经费')
    expect(record.agenda.map(({ at }) => [at.line, at.column])).toEqual([
      [6, 9],
      [7, 9],
    ])
  })

  test('an item without content is told', () => {
    expect(told(read('议题: [{时长: 40}]').problems)).toEqual(['warning missing-content 5:10'])
  })

  test('a long 内容 is the account of the meeting', () => {
    const { record } = read(`会议内容: ${'大家谈了体会，提出了打算。'.repeat(20)}`)
    expect(record.agenda).toEqual([])
    expect(record.minutes?.value).toContain('大家谈了体会')
  })
})

describe('votes', () => {
  const votes = (lines: string) => plain(read(lines).record.agenda.map(({ vote }) => vote))

  test.each([
    [
      '议题: 讨论接收钱多为预备党员（应到30人，实到28人，赞成28票，反对0票，弃权0票）',
      [{ due: 30, present: 28, approve: 28, against: 0, abstain: 0 }],
    ],
    [
      '议题: [{内容: 讨论接收, 表决: "应到会有表决权党员13名，实到12名，赞成12票，反对0票，弃权0票，通过"}]',
      [{ due: 13, present: 12, approve: 12, against: 0, abstain: 0, result: '通过' }],
    ],
    ['议题: [{内容: 讨论接收, 表决: 一致通过}]', [{ result: '一致通过' }]],
    ['议题: [{内容: 讨论接收, 表决: 举手表决，28票赞成}]', [{ approve: 28, method: '举手表决' }]],
    ['议题: 讨论接收\n表决情况: 同意28票，不同意1票，弃权1票', [{ approve: 28, against: 1, abstain: 1 }]],
    [
      '议题: 讨论接收\n赞成: 28\n反对: 0\n弃权: 1\n表决方式: 无记名',
      [{ approve: 28, against: 0, abstain: 1, method: '无记名' }],
    ],
    ['议题: [学习党章, 讨论接收钱多为预备党员]\n表决结果: 赞成28票', [undefined, { approve: 28 }]],
    ['议题: [讨论接收]\n记录: 经无记名投票，赞成28票，反对0票。', [{ approve: 28, against: 0, method: '无记名投票' }]],
    ['议题: 同意3名同志列为积极分子', [undefined]],
    ['议题: 讨论3个方案', [undefined]],
  ])('%s', (lines, expected) => {
    expect(votes(lines)).toEqual(plain(expected))
  })

  test('a vote that may belong to either of two items is kept beside them', () => {
    const { record } = read('议题: [讨论接收钱多为预备党员, 讨论接收孙七为预备党员]\n表决结果: 赞成28票')
    expect(record.agenda.map(({ vote }) => vote)).toEqual([undefined, undefined])
    expect(plain(record.others)).toEqual({ 表决结果: '赞成28票' })
  })
})

describe('speeches', () => {
  const speeches = (lines: string) => plain(read(lines).record.agenda.map((item) => item.speeches))

  test.each([
    ['议题: [{内容: 学习, 发言: [孙立, 周强]}]', [[{ name: '孙立' }, { name: '周强' }]]],
    ['议题: [{内容: 学习, 发言: 孙立、周强}]', [[{ name: '孙立' }, { name: '周强' }]]],
    ['议题: [{内容: 学习, 发言: {孙立: 谈了体会}}]', [[{ name: '孙立', content: '谈了体会' }]]],
    [
      '议题:\n  - 内容: 学习\n    发言: |\n      孙立：谈了体会。\n      周强同志：同意。',
      [
        [
          { name: '孙立', content: '谈了体会。' },
          { name: '周强', content: '同意。' },
        ],
      ],
    ],
    ['议题: 学习\n发言人: 孙立', [[{ name: '孙立' }]]],
  ])('%s', (lines, expected) => {
    expect(speeches(lines)).toEqual(expected)
  })
})

describe('decisions', () => {
  const decisions = (lines: string) => plain(read(lines).record.decisions)

  test.each([
    ['议定事项: 每周三集中学习', [{ number: 1, task: '每周三集中学习' }]],
    ['议定事项: 无', []],
    [
      '议定事项: 1.走访困难户（责任人：赵敏，时限：4月30日）；2.购置图书',
      [
        { number: 1, task: '走访困难户（责任人：赵敏，时限：4月30日）', owner: '赵敏', deadline: '2026-04-30' },
        { number: 2, task: '购置图书' },
      ],
    ],
    [
      '议定事项: 由赵敏负责，4月底前完成走访',
      [{ number: 1, task: '由赵敏负责，4月底前完成走访', owner: '赵敏', deadline: '2026-04-30' }],
    ],
    ['议定事项: 赵敏、孙立参加培训', [{ number: 1, task: '赵敏、孙立参加培训' }]],
    [
      '议定事项: [{事项: 走访, 责任人: [赵敏, 孙立], 时限: 长期坚持}]',
      [{ number: 1, task: '走访', owner: '赵敏、孙立', deadlineText: '长期坚持' }],
    ],
    ['议定事项: [{事项: 走访, 时限: 2月15日}]', [{ number: 1, task: '走访', deadline: '2027-02-15' }]],
    ['议定事项: [{事项: 走访, 时限: 2026年4月}]', [{ number: 1, task: '走访', deadline: '2026-04-30' }]],
    [
      '议定事项: 1.走访 2.购书\n责任人: 赵敏\n完成时限: 2026-04-30\n落实情况: 已完成',
      [
        { number: 1, task: '走访', owner: '赵敏', deadline: '2026-04-30', result: '已完成' },
        { number: 2, task: '购书', owner: '赵敏', deadline: '2026-04-30', result: '已完成' },
      ],
    ],
  ])('%s', (lines, expected) => {
    expect(decisions(lines)).toEqual(expected)
  })

  test('责任人 without a decision is kept beside', () => {
    expect(plain(read('责任人: 赵敏').record.others)).toEqual({ 责任人: '赵敏' })
  })
})

describe('appraisal', () => {
  test('is read out of a text', () => {
    expect(plain(read('评议结果: 优秀3人，合格12人，基本合格1人、不合格0人').record.appraisal)).toEqual({
      grades: { 优秀: { number: 3 }, 合格: { number: 12 }, 基本合格: { number: 1 }, 不合格: { number: 0 } },
    })
  })

  test('what is no grade is told, and the others are read', () => {
    const { record, problems } = read('评议结果: {优秀: 3, 良好: 2}')
    expect(plain(record.appraisal)).toEqual({ grades: { 优秀: { number: 3 } } })
    expect(told(problems)).toEqual(['warning bad-grade 5:19'])
  })
})

describe('scripts', () => {
  test('a text in the ledger is the script', () => {
    const { record } = read('讲稿: |\n  同志们：\n  今天讲三点。')
    expect(record.script).toEqual({
      text: '同志们：\n今天讲三点。\n',
      at: { file: 'ledger.yaml', line: 6, column: 7 },
      namedAt: { file: 'ledger.yaml', line: 5, column: 5 },
    })
  })

  test.each([['讲稿: 见附件'], ['讲稿: 有']])('%s is no script', (lines) => {
    const { record, problems } = read(lines)
    expect(record.script).toBeUndefined()
    expect(told(problems)).toEqual(['info script-elsewhere 5:9'])
    expect(Object.keys(record.others)).toEqual(['讲稿'])
  })

  test('a file of another form is told', () => {
    expect(told(read('讲稿: 课件.pptx').problems)).toEqual(['warning unreadable-script 5:9'])
  })
})

describe('a column 记录 beside 主持', () => {
  test('holds who wrote where it holds nothing but a name', () => {
    const { record } = read('主持: 孔志刚\n记录: 韩满仓')
    expect(plain({ chair: record.chair, recorder: record.recorder, minutes: record.minutes })).toEqual({
      chair: '孔志刚',
      recorder: '韩满仓',
    })
  })

  test('holds the minutes where it holds prose', () => {
    const { record } = read('记录: 会议学习了党章。')
    expect(plain({ recorder: record.recorder, minutes: record.minutes })).toEqual({ minutes: '会议学习了党章。' })
  })
})
