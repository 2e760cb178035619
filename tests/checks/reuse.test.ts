import { describe, expect, test } from 'vitest'
import { type Judged, type JudgeOptions, judgeBranches } from '../support/judge.ts'
import { ownText } from '../text/reuse/texts.ts'

const OPTIONS: JudgeOptions = { asOf: '2026-06-30', period: '2026-01..2026-06' }
const TEXT = ownText(1, 300)

interface Given {
  readonly date?: string
  readonly text?: string
  readonly title?: string
  readonly lecturer?: string
  readonly more?: string
}

/** A ledger with one lecture. */
function ledger(branch: string, { date, text = TEXT, title = '把身边的事办实', lecturer, more }: Given = {}): string {
  return [
    `支部: {名称: ${branch}}`,
    '组织生活:',
    '  - 类型: 党课',
    ...(date === undefined ? [] : [`    日期: ${date}`]),
    `    题目: ${title}`,
    ...(lecturer === undefined ? [] : [`    主讲人: ${lecturer}`]),
    ...(more === undefined ? [] : [`    ${more}`]),
    '    讲稿: |',
    ...text.split('\n').map((line) => `      ${line}`),
    '',
  ].join('\n')
}

function judged(files: Readonly<Record<string, string>>, options: Partial<JudgeOptions> = {}): Record<string, Judged> {
  return judgeBranches('lecture/copied', files, { ...OPTIONS, ...options })
}

/** Two branches with a lecture each, the earlier one first. */
function two(first: Given, second: Given, options: Partial<JudgeOptions> = {}): Record<string, Judged> {
  return judged(
    {
      'a.yaml': ledger('杏园支部', { date: '2026-03-05', lecturer: '王建国', ...first }),
      'b.yaml': ledger('柳湾支部', { date: '2026-04-05', lecturer: '赵敏', ...second }),
    },
    options,
  )
}

test('a lecture copied from another branch: the later one is the finding, the earlier one its source', () => {
  const { 杏园支部, 柳湾支部 } = two({}, {})
  expect(杏园支部).toMatchObject({ outcome: 'pass', findings: [] })
  expect(柳湾支部?.outcome).toBe('fail')
  expect(柳湾支部?.findings).toMatchObject([
    {
      subject: '2026-04-05 党课',
      nature: 'clue',
      severity: 'error',
      message:
        '疑似照搬：讲稿《把身边的事办实》约100%的文字与杏园支部 2026-03-05 的党课《把身边的事办实》相同或相近；请核对原始记录',
      evidence: [
        { file: 'b.yaml', line: 8, column: 7 },
        { file: 'a.yaml', line: 8, column: 7 },
      ],
      data: {
        originality: 0,
        cluster: '杏园支部/2026-03-05 党课',
        matches: [
          {
            with: { branch: '杏园支部', record: '2026-03-05 党课', file: 'a.yaml', line: 8 },
            share: 1,
            passages: [
              {
                text: TEXT.slice(0, -1),
                here: { start: 0, end: TEXT.length - 1 },
                there: { start: 0, end: TEXT.length - 1 },
              },
            ],
          },
        ],
      },
    },
  ])
})

describe('how grave it is', () => {
  const share = (copied: number) => TEXT.slice(0, Math.round(copied * 3.2)) + ownText(7, Math.round((100 - copied) * 3))

  test.each([
    [82, 'error'],
    [78, 'warning'],
    [52, 'warning'],
    [47, undefined],
  ])('%i of a hundred characters copied: %s', (copied, severity) => {
    const [finding] = two({}, { text: share(copied) }).柳湾支部?.findings ?? []
    expect(finding?.severity).toBe(severity)
  })
})

test('of two lectures of one day each names the other', () => {
  const { 杏园支部, 柳湾支部 } = two({}, { date: '2026-03-05' })
  for (const one of [杏园支部, 柳湾支部]) {
    expect(one?.findings).toHaveLength(1)
    expect(one?.findings[0]?.message).toContain('两份讲稿日期相同，先后未定')
  }
})

test('an earlier lecture of the branch itself, though it lies before the period', () => {
  const { 杏园支部 } = judged({
    'a.yaml': ledger('杏园支部', { date: '2025-03-05' }),
    'b.yaml': ledger('杏园支部', { date: '2026-03-05' }),
  })
  expect(杏园支部?.findings).toHaveLength(1)
  expect(杏园支部?.findings[0]?.message).toContain('与本支部 2025-03-05 的党课《把身边的事办实》相同或相近')
})

test('a text of the corpus is named as such', () => {
  const { 柳湾支部 } = judged(
    { 'b.yaml': ledger('柳湾支部', { date: '2026-04-05' }) },
    { corpus: { '范文/参考讲稿.txt': TEXT } },
  )
  expect(柳湾支部?.findings).toMatchObject([
    { data: { matches: [{ with: { corpus: '范文/参考讲稿.txt' } }], cluster: null } },
  ])
  expect(柳湾支部?.findings[0]?.message).toContain('与参考资料「范文/参考讲稿.txt」相同或相近')
})

test('a template of several branches is one cluster with its members', () => {
  const names = ['甲支部', '乙支部', '丙支部', '丁支部', '戊支部', '己支部', '庚支部']
  const files = Object.fromEntries(
    names.map((name, at) => [`${at}.yaml`, ledger(name, { date: `2026-03-1${at}`, lecturer: `讲者${at}` })]),
  )
  const branches = judged(files)
  expect(branches.甲支部?.findings).toEqual([])
  for (const name of names.slice(1)) {
    expect(branches[name]?.findings).toMatchObject([{ data: { cluster: '甲支部/2026-03-10 党课' } }])
    expect(branches[name]?.findings[0]?.message).toContain('同一底稿共见于7份讲稿')
  }
})

describe('what is said beside the source', () => {
  const message = (branch: Judged | undefined) => branch?.findings[0]?.message

  test('nothing where a text of the corpus says it all', () => {
    const { 柳湾支部 } = judged(
      { 'b.yaml': ledger('柳湾支部', { date: '2026-04-05' }) },
      { corpus: { '参考讲稿.txt': TEXT } },
    )
    expect(message(柳湾支部)).toBe(
      '疑似照搬：讲稿《把身边的事办实》约100%的文字与参考资料「参考讲稿.txt」相同或相近；请核对原始记录',
    )
  })

  test('of two sources, neither is named twice', () => {
    const [first, second] = [ownText(21, 150), ownText(22, 150)]
    const { 柳湾支部 } = judged({
      'a.yaml': ledger('杏园支部', { date: '2026-03-05', text: first }),
      'b.yaml': ledger('河口支部', { date: '2026-03-06', text: second }),
      'c.yaml': ledger('柳湾支部', { date: '2026-04-05', text: first + second + ownText(23, 60) }),
    })
    expect(message(柳湾支部)).toMatch(
      /^疑似照搬：讲稿《把身边的事办实》约\d+%的文字见于他处，其中\d+%与..支部 2026-03-0[56] 的党课《把身边的事办实》、\d+%与..支部 2026-03-0[56] 的党课《把身边的事办实》相同或相近；请核对原始记录$/u,
    )
  })

  test('where the family began, if the lecture has it from a later member', () => {
    const [first, second, third] = [ownText(31, 200), ownText(32, 160), ownText(33, 160)]
    const { 柳湾支部 } = judged({
      'a.yaml': ledger('杏园支部', { date: '2026-03-05', text: first }),
      'b.yaml': ledger('河口支部', { date: '2026-03-06', text: first + second }),
      'c.yaml': ledger('柳湾支部', { date: '2026-04-05', text: second + third.slice(0, 60) }),
    })
    expect(message(柳湾支部)).toMatch(
      /与河口支部 2026-03-06 的党课《把身边的事办实》相同或相近；同一底稿共见于3份讲稿；最早见于杏园支部 2026-03-05 的党课《把身边的事办实》；请核对原始记录$/u,
    )
  })

  test('both where the family began with two of one day', () => {
    const [first, second, third] = [ownText(31, 200), ownText(32, 160), ownText(33, 160)]
    const { 柳湾支部 } = judged({
      'a.yaml': ledger('杏园支部', { date: '2026-03-05', text: first }),
      'b.yaml': ledger('山前支部', { date: '2026-03-05', text: first }),
      'c.yaml': ledger('河口支部', { date: '2026-03-06', text: first + second }),
      'd.yaml': ledger('柳湾支部', { date: '2026-04-05', text: second + third.slice(0, 60) }),
    })
    expect(message(柳湾支部)).toMatch(
      /；同一底稿共见于4份讲稿；最早见于山前支部 2026-03-05 的党课《把身边的事办实》、杏园支部 2026-03-05 的党课《把身边的事办实》（日期相同）；请核对原始记录$/u,
    )
  })

  test('that nobody knows which is the first', () => {
    expect(message(two({}, { date: '2026-03-05' }).杏园支部)).toMatch(
      /相同或相近；两份讲稿日期相同，先后未定；请核对原始记录$/u,
    )
    const undated = judged({
      'a.yaml': ledger('杏园支部', { date: '2026-03-05', lecturer: '王建国' }),
      'b.yaml': ledger('柳湾支部', { lecturer: '赵敏' }),
    })
    expect(message(undated.柳湾支部)).toMatch(/相同或相近；有讲稿未注明日期，先后未定；请核对原始记录$/u)
  })
})

describe('no copying', () => {
  test('the same lecturer on the same day', () => {
    expect(two({}, { date: '2026-03-05', lecturer: '王建国（街道讲师）' }).柳湾支部?.outcome).toBe('pass')
    expect(two({}, { date: '2026-03-06', lecturer: '王建国（街道讲师）' }).柳湾支部?.outcome).toBe('fail')
  })

  test('a lecture held together, as one of the two says', () => {
    const day = { date: '2026-03-05' }
    expect(two(day, { ...day, more: '联合支部: [杏园支部]' }).柳湾支部?.outcome).toBe('pass')
    expect(two({ ...day, more: '联合支部: [柳湾支部]' }, day).柳湾支部?.outcome).toBe('pass')
    expect(two(day, { ...day, more: '联合支部: [河口支部]' }).柳湾支部?.outcome).toBe('fail')
  })

  test.each(['送课', '巡讲', '联合'])('the tour of one lecturer, marked %s', (mark) => {
    const tour = { lecturer: '王建国', title: `把身边的事办实（${mark}）` }
    expect(two(tour, tour).柳湾支部?.outcome).toBe('pass')
    expect(two(tour, { ...tour, lecturer: '赵敏' }).柳湾支部?.outcome).toBe('fail')
  })

  test('material that was issued for all', () => {
    const issued = '材料来源: 街道党工委统一下发课件'
    expect(two({}, { more: issued }).柳湾支部?.outcome).toBe('pass')
    expect(two({ more: issued }, {}).柳湾支部?.outcome).toBe('pass')
    expect(two({}, { more: '材料来源: 网络' }).柳湾支部?.outcome).toBe('fail')
  })

  test('the text of the document that the lecture is about', () => {
    const corpus = { '村级事务公开办法.txt': TEXT }
    const about = (title: string) =>
      judged({ 'b.yaml': ledger('柳湾支部', { date: '2026-04-05', title }) }, { corpus }).柳湾支部?.outcome
    expect(about('学习《村级事务公开办法》')).toBe('pass')
    expect(about('把身边的事办实')).toBe('fail')
  })

  test('set phrases that the lexicon lists', () => {
    const phrases = [
      '高举中国特色社会主义伟大旗帜，全面贯彻习近平新时代中国特色社会主义思想，弘扬伟大建党精神，自信自强、守正创新，踔厉奋发、勇毅前行，',
      '深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，',
      '充分发挥党支部战斗堡垒作用和党员先锋模范作用，始终保持同人民群众的血肉联系。',
    ].join('')
    const { 柳湾支部 } = two({ text: phrases + ownText(3, 60) }, { text: phrases + ownText(4, 60) })
    expect(柳湾支部).toMatchObject({ outcome: 'pass', findings: [] })
  })

  test('what was only planned', () => {
    expect(two({ more: '状态: 计划' }, {}).柳湾支部?.outcome).toBe('pass')
  })
})

/** Sentences of politics and party work that no lexicon lists, as lectures anywhere have them. */
const POLITICAL = [
  '基层党组织要把政治建设放在首要的位置，始终保持清醒和坚定。',
  '广大党员要牢记自己的第一身份，时刻以党员标准严格要求自己。',
  '要把学到的理论同本职工作结合起来，真正做到学有所获、学有所用。',
  '我们党从诞生那天起，就把为人民谋幸福写在自己的旗帜上。',
  '一代又一代共产党人前赴后继，用鲜血和汗水换来了今天的好日子。',
  '支部强不强，关键要看书记和委员是不是敢担责、能扛事。',
  '无论在什么岗位上，都要守得住清贫、耐得住寂寞、经得起考验。',
  '要经常对照党章党规检视自己，看看入党时的誓言还记得多少。',
  '制度的生命力在于执行，再好的制度不落实也只是一张纸。',
  '批评要敢于揭短亮丑，自我批评要敢于把自己摆进去。',
  '纪律是管党治党的戒尺，也是党员干部的护身符。',
  '群众在我们心里有多重，我们在群众心里就有多重。',
  '面对新的形势和新的任务，我们没有任何理由懈怠和松劲。',
  '希望在座的每位同志都能把今天的学习转化为明天的行动。',
  '让我们紧密团结起来，以更加饱满的热情投入到今后的各项工作中去。',
  '前进的道路不会一帆风顺，越是艰险越要向前。',
]

test('twenty lectures of their own are no copies though half of each is political wording that all share', () => {
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => {
      const wording = POLITICAL.map((_sentence, index) => POLITICAL[(index * 5 + at * 3) % POLITICAL.length] ?? '')
      const text = wording.map((sentence, index) => sentence + ownText(1000 + at * 50 + index, 28)).join('')
      return [`${at}.yaml`, ledger(`第${at}支部`, { date: `2026-03-${10 + at}`, lecturer: `讲者${at}`, text })]
    }),
  )
  for (const { outcome, findings } of Object.values(judged(files))) {
    expect([outcome, findings]).toEqual(['pass', []])
  }
})

test('in a ledger of two lectures, the shared political wording of both is no finding', () => {
  const lecture = (seed: number) =>
    POLITICAL.map(
      (_, index) => (POLITICAL[(index * seed) % POLITICAL.length] ?? '') + ownText(seed * 100 + index, 25),
    ).join('')
  expect(two({ text: lecture(3) }, { text: lecture(7) }).柳湾支部).toMatchObject({ outcome: 'pass', findings: [] })
})

describe('what cannot be compared', () => {
  test('a lecture without a script', () => {
    const { 柳湾支部 } = judged({ 'b.yaml': '支部: {名称: 柳湾支部}\n组织生活:\n  - {类型: 党课, 日期: 2026-04-05}\n' })
    expect(柳湾支部).toMatchObject({ outcome: 'not-evaluated', reason: '4月5日党课缺讲稿，无法比对' })
  })

  test('a script that is too short', () => {
    const { 柳湾支部 } = judged({ 'b.yaml': ledger('柳湾支部', { date: '2026-04-05', text: ownText(1, 39) }) })
    expect(柳湾支部).toMatchObject({ outcome: 'not-evaluated', reason: '4月5日党课的讲稿不足40字，无法比对' })
  })

  test('a branch without lectures in the period', () => {
    const { 柳湾支部 } = judged({ 'b.yaml': ledger('柳湾支部', { date: '2025-04-05' }) })
    expect(柳湾支部).toMatchObject({ outcome: 'not-applicable' })
  })
})

describe('branches told apart by a number', () => {
  const day = (branch: string, lecturer: string, more?: string) =>
    ledger(branch, { date: '2026-03-05', lecturer, ...(more !== undefined && { more }) })

  test('are two branches, whose lectures of one day are compared', () => {
    const result = judged({ 'a.yaml': day('杏园第1支部', '王建国'), 'b.yaml': day('杏园第2支部', '赵敏') })
    expect(Object.values(result).map(({ outcome }) => outcome)).toEqual(['fail', 'fail'])
  })

  test('are known however the number is written', () => {
    const files = {
      'a.yaml': day('杏园第1支部', '王建国'),
      'b.yaml': day('杏园第2支部', '赵敏', '联合支部: [杏园第一支部]'),
    }
    expect(Object.values(judged(files)).map(({ outcome }) => outcome)).toEqual(['pass', 'pass'])
  })
})
