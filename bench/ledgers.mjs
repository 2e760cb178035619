// Makes ledgers for the benchmark: branch files of about 100 KB, a year of some 60 meetings, four lectures each.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
const GIVEN = '建国秀英志强丽华文博雨桐思远海燕春梅立新永福晓东佳宁'
const TOPICS = [
  '乡村振兴',
  '基层治理',
  '民生服务',
  '安全生产',
  '党风廉政',
  '人居环境',
  '营商环境',
  '文化建设',
  '防汛备汛',
  '志愿服务',
]
const CLAUSES = [
  '大家结合自己手上的工作谈了看法',
  '有同志提出入户走访时要把底数先摸清',
  '会上把上个月没有办完的事逐件过了一遍',
  '老党员讲了当年修渠时的经历',
  '年轻党员担心人手不够，建议两个小组合在一起',
  '书记要求每件事都要有人管、有时限、有回音',
  '几位同志对停车难的问题意见不一，讨论了很久',
  '支部同意先在两个楼栋试一试，再看要不要推开',
  '与会同志逐条对照，找出自己身上的差距',
  '群众反映最多的是路灯和排水两件事',
]

/** The same numbers in every run, so that two runs measure the same bytes. */
function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export function writeLedgers(folder, count) {
  mkdirSync(folder, { recursive: true })
  for (let index = 0; index < count; index += 1) {
    writeFileSync(join(folder, `branch-${String(index).padStart(5, '0')}.yaml`), ledger(index))
  }
}

/** The text of one branch's ledger, made from its number alone. */
export function ledger(index) {
  const next = random(index + 1)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const name = () => pick(SURNAMES) + pick(GIVEN) + pick(GIVEN)
  const people = Array.from({ length: 30 }, name)
  const prose = (sentences) =>
    Array.from(
      { length: sentences },
      () => `${pick(people)}说，${pick(CLAUSES)}，${pick(TOPICS)}方面${pick(CLAUSES)}。`,
    )
  const [secretary, organiser, publicity] = people
  const lines = [
    '支部:',
    `  名称: 第${index}号村党支部`,
    `  编号: B-${index}`,
    '  领域: 农村',
    `  书记: ${secretary}`,
    `  委员: [${secretary}, ${organiser}, ${publicity}]`,
    '  换届: 2024-03-10',
    '  任期: 5',
    '党员:',
    ...people.map((person) => `  - {姓名: ${person}, 人员类别: 正式党员}`),
    '组织生活:',
  ]
  for (let month = 1; month <= 12; month += 1) {
    for (const kind of meetingsOf(month))
      lines.push(...meeting(kind, month, { next, pick, people, prose, secretary, organiser }))
  }
  return `${lines.join('\n')}\n`
}

function meetingsOf(month) {
  const monthly = ['支委会', '党小组会', '主题党日', '集中学习']
  return month % 3 === 1 ? [...monthly, '党员大会', '党课'] : monthly
}

function meeting(kind, month, { next, pick, people, prose, secretary, organiser }) {
  const date = `2026-${String(month).padStart(2, '0')}-${String(3 + Math.floor(next() * 24)).padStart(2, '0')}`
  const [due, owner] = [people.length, pick(people)]
  const lines = [
    `  - 类型: ${kind}`,
    `    日期: ${date}`,
    '    时间: 14:30-16:00',
    '    地点: 村委会二楼会议室',
    `    主题: ${month}月${kind}`,
    `    主持人: ${secretary}`,
    `    记录人: ${organiser}`,
    `    应到: ${due}`,
    `    实到: ${due - 1}`,
    `    请假: [{姓名: ${owner}, 原因: 住院}]`,
    '    议题:',
    `      - 内容: 学习党的二十届四中全会精神，讨论${pick(TOPICS)}`,
    `        发言: [{姓名: ${pick(people)}, 内容: ${pick(CLAUSES)}}]`,
    `      - 内容: 研究${pick(TOPICS)}和${pick(TOPICS)}的下一步安排`,
    '    记录: |',
    ...prose(5).map((sentence) => `      ${sentence}`),
    '    议定事项:',
    `      - {事项: 走访${pick(TOPICS)}联系户, 责任人: ${owner}, 时限: ${date}, 落实: 已走访十二户并逐户登记}`,
    `    录入: ${date}`,
  ]
  if (kind === '党课')
    lines.push(
      `    题目: ${pick(TOPICS)}里的党员本色`,
      `    主讲人: ${secretary}`,
      '    讲稿: |',
      ...prose(30).map((sentence) => `      ${sentence}`),
    )
  return lines
}
