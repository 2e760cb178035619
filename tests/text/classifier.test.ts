import { readFileSync } from 'node:fs'
import files from 'taizhang:rules'
import { describe, expect, test } from 'vitest'
import { toPlain } from '../../src/source/plain.ts'
import { parseYaml } from '../../src/source/yaml.ts'
import { contentClassifier } from '../../src/text/classifier.ts'
import { readLexicon } from '../../src/text/lexicon.ts'
import { labelledItems, measure } from '../support/labelled-items.ts'

const file = files['lexicon/content.yaml']
if (file === undefined) throw new Error('rules/lexicon/content.yaml is missing')
const classify = contentClassifier(readLexicon(toPlain(file)))

const PATH = 'tests/text/labelled-items.yaml'
const [document] = parseYaml(readFileSync(PATH, 'utf8'), PATH)
if (document === undefined) throw new Error(`${PATH} is empty`)
const parts = labelledItems(toPlain(document))

describe('quality on the labelled items does not fall', () => {
  test.each([
    ['held-out', 160, 0.98],
    ['field-style', 153, 0.96],
    ['report-style', 77, 0.97],
    ['development', 322, 0.97],
  ])('%s', (part, count, floor) => {
    const items = parts[part] ?? []
    expect(items).toHaveLength(count)
    expect(measure(items, classify).macroF1).toBeGreaterThanOrEqual(floor)
  })
})

describe('traps', () => {
  test.each([
    ['工作学习', '行政业务'],
    ['业务学习', '知识技能'],
    ['传达镇党委会议精神', '政治学习'],
    ['传达校长办公会会议精神', '行政业务'],
    ['学习安全生产规章', '知识技能'],
    ['安排党员学习', '党务'],
    ['党建引领乡村治理，抓好项目推进', '行政业务'],
    ['国庆活动安排', '活动'],
    ['通报党费收缴情况', '党务'],
    ['通报安全检查情况', '行政业务'],
    ['通报违反中央八项规定精神典型案例', '政治学习'],
    ['观看警示教育专题片', '政治学习'],
    ['组织观影', '活动'],
    ['为深入贯彻习近平总书记重要指示精神，布置消防检查', '行政业务'],
    ['提高政治站位，布置消防检查', '行政业务'],
    ['学习习近平总书记关于安全生产的重要论述', '政治学习'],
    ['取消原定的党章学习，布置防汛', '行政业务'],
    ['学习《中国共产党发展党员工作细则》', '政治学习'],
    ['讨论发展党员工作细则的落实', '党务'],
    ['讨论村集体鱼塘发包', '议事'],
    ['学习习近平总书记考察农业生产时的讲话', '政治学习'],
    ['学习基层组织选举工作条例', '政治学习'],
    ['传达县教育局关于做好党员教师招生工作的通知', '行政业务'],
    ['研究党内统计年报', '党务'],
    ['工程项目党支部换届', '党务'],
    ['观看专题片《党旗红》', '政治学习'],
    ['学习消防知识', '知识技能'],
    ['开展安全知识竞赛', '活动'],
    ['布置清理村道垃圾', '行政业务'],
    ['党员捡拾村道垃圾', '活动'],
    ['召开支委会，布置防汛', '行政业务'],
    ['落实县委要求，推进防汛', '行政业务'],
    ['拓建党建阵地', '党务'],
    ['普及消防知识', '活动'],
    ['对砖头和枯枝进行清理', '活动'],
    ['清理账目', '行政业务'],
    ['入户讲解医保政策', '活动'],
    ['入户登记医保缴费', '行政业务'],
    ['为老人检查线路', '活动'],
    ['为解决饮水困难，推进管网改造', '行政业务'],
    ['布置各组清扫村道', '行政业务'],
    ['党员突击队清淤', '活动'],
    ['环境整治', '行政业务'],
    ['环境整治，党员带头参加', '活动'],
    ['讨论清淤用工办法', '行政业务'],
    ['讨论清淤用工办法，提出支部意见', '议事'],
    ['布置清淤用工，提出支部意见', '行政业务'],
    ['党建目标考核', '党务'],
    ['对党员发展工作进行培训', '党务'],
    ['设立质量监管党小组', '党务'],
    ['举办水利知识竞赛', '活动'],
    ['观看安全生产事故案例', '知识技能'],
    ['学习铁路精神', '政治学习'],
    ['积极分子在思想、学习方面的表现', '党务'],
    ['讨论学生党员宿舍挂牌方案', '党务'],
    ['组织村民代表、积极分子开展义务植树', '活动'],
    ['会议签到', '其他'],
    ['某某', '其他'],
    ['', '其他'],
  ])('%s → %s', (text, expected) => {
    expect(classify(text).class).toBe(expected)
  })
})

test('a mixed item bears two classes, the first named first', () => {
  expect(classify('传达学习上级会议精神，安排落实春耕备耕')).toEqual({
    class: '政治学习',
    second: '行政业务',
    words: ['上级会议精神', '传达学习', '春耕备耕', '安排落实'],
  })
})

test('what decided is told in the words of the text', () => {
  expect(classify('讨论接收王某为预备党员')).toEqual({ class: '党务', words: ['为预备党员', '讨论'] })
  for (const { text } of Object.values(parts).flat()) {
    for (const word of classify(text).words) expect(text).toContain(word)
  }
})

test('the numbers of a list and what stands in brackets decide nothing', () => {
  const { second } = classify('1.学习党章（总纲部分） 2.讨论预备党员转正')
  expect(second).toBe('党务')
  expect(classify('学习文件（消防通知附后）').class).toBe('政治学习')
})

test('asked twice, it says the same', () => {
  expect(classify('学习党章')).toBe(classify('学习党章'))
})

test('a word in two lists of the lexicon is a mistake', () => {
  const verbs = { 学习: { 词: '学习 传达', 独用: '政治学习', 改判: {} } }
  const service = { 对象: '', 上门: '', 义务: '' }
  const lists = { 泛称: {}, 虚称: '', 党内名称: '', 服务: service, 占位: '', 整句前言: '', 前言: '', 口号: '' }
  expect(() => readLexicon({ 动词: verbs, 对象: { 理论: '党章 传达' }, ...lists })).toThrow('词表中“传达”列了两次')
  expect(readLexicon({ 动词: verbs, 对象: { 理论: '党章' }, ...lists }).terms.size).toBe(3)
})
