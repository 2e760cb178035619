import { expect, test } from 'vitest'
import { judgeBranches } from '../support/judge.ts'
import { ownText } from '../text/reuse/texts.ts'

/** What two branches are told whose lectures share the given wording and little stands around it. The later one is last. */
function outcomes(earlier: string, later = earlier): (string | undefined)[] {
  const ledger = (branch: string, date: string, text: string) =>
    `支部: {名称: ${branch}}\n组织生活:\n  - 类型: 党课\n    日期: ${date}\n    题目: 讲一讲身边的事\n    讲稿: |\n      ${text.replaceAll('\n', '\n      ')}\n`
  const judged = judgeBranches(
    'lecture/copied',
    {
      'a.yaml': ledger('杏园支部', '2026-03-05', `${ownText(1, 15)}${earlier}${ownText(2, 15)}`),
      'b.yaml': ledger('柳湾支部', '2026-04-05', `${ownText(3, 15)}${later}${ownText(4, 15)}`),
    },
    { asOf: '2026-06-30', period: '2026-01..2026-06' },
  )
  return ['杏园支部', '柳湾支部'].map((branch) => judged[branch]?.outcome)
}

const BOTH_PASS = ['pass', 'pass']

test.each([
  [
    '党章总纲',
    '党在任何时候都把群众利益放在第一位，同群众同甘共苦，保持最密切的联系，不允许任何党员脱离群众，凌驾于群众之上。',
  ],
  [
    '党员义务',
    '坚持党和人民的利益高于一切，个人利益服从党和人民的利益，吃苦在前，享受在后，克己奉公，多做贡献。密切联系群众，向群众宣传党的主张，遇事同群众商量。',
  ],
  [
    '支部工作条例',
    '“三会一课”应当突出政治学习和教育，突出党性锻炼，结合党员思想和工作实际，确定主题和具体方式，做到形式多样、氛围庄重。',
  ],
  [
    '党代会报告',
    '全面建设社会主义现代化国家，最艰巨最繁重的任务仍然在农村。坚持农业农村优先发展，坚持城乡融合发展，畅通城乡要素流动。',
  ],
  [
    '历史决议',
    '中国逐步成为半殖民地半封建社会，国家蒙辱、人民蒙难、文明蒙尘，中华民族遭受了前所未有的劫难。中国人民奋起反抗，仁人志士奔走呐喊。',
  ],
  [
    '精神的公布表述',
    '坚持独立自主、实事求是，一切从实际出发的精神；顾全大局、严守纪律、紧密团结的精神；紧紧依靠人民群众的精神。',
  ],
  [
    '法律',
    '安全生产工作应当以人为本，坚持人民至上、生命至上，把保护人民生命安全摆在首位，树牢安全发展理念，从源头上防范化解重大安全风险。管行业必须管安全、管业务必须管安全、管生产经营必须管安全。',
  ],
  [
    '誓词',
    '我志愿献身医学，热爱祖国，忠于人民，恪守医德，尊师守纪，刻苦钻研，孜孜不倦，精益求精，全面发展。我决心竭尽全力除人类之病痛。',
  ],
  [
    '党日的步骤',
    '全体党员面向党旗，重温入党誓词，齐唱国歌，交纳党费，集中学习了党章有关章节，随后开展民主议事和志愿服务。',
  ],
])('%s read out without quotation marks by two branches', (_, wording) => {
  expect(outcomes(wording)).toEqual(BOTH_PASS)
})

test('public wording that each strings together in its own way', () => {
  expect(
    outcomes(
      '坚持公私分明，先公后私，克己奉公。坚持崇廉拒腐，清白做人，干净做事。坚持尚俭戒奢，艰苦朴素，勤俭节约。',
      '第一条是坚持公私分明，先公后私，克己奉公；第二条是坚持崇廉拒腐，清白做人，干净做事；第三条是坚持尚俭戒奢，艰苦朴素，勤俭节约。',
    ),
  ).toEqual(BOTH_PASS)
})

test('public wording excuses nothing of what is copied around it', () => {
  const read = '坚持党和人民的利益高于一切，个人利益服从党和人民的利益，吃苦在前，享受在后，克己奉公，多做贡献。'
  expect(outcomes(`${ownText(9, 60)}${read}${ownText(8, 60)}`)).toEqual(['pass', 'fail'])
})
