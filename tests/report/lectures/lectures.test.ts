import { describe, expect, test } from 'vitest'
import { html } from '../../../src/report/lectures/html.ts'
import { markdown } from '../../../src/report/lectures/markdown.ts'
import type { LecturesReport } from '../../../src/report/lectures/model.ts'
import { pretty } from '../../../src/report/lectures/pretty.ts'
import { PLAIN } from '../../../src/report/palette.ts'
import type { Problem } from '../../../src/source/problem.ts'
import { COPIED, EARLIER, NOTHING, OWN, PASSAGE, REPORT, withPassages } from './report.ts'

const PAGE = { palette: PLAIN, width: 80 }

test('for a terminal, the passages stand side by side with what differs in brackets', () => {
  expect(pretty(REPORT, PAGE)).toMatchInlineSnapshot(`
    "党课讲稿比对
    截至 2026-10-31，比对讲稿 2 份，其中 1 份有连续 40 字以上与他处相同或相近的段
    落，同一底稿 1 组；另有 1 份无法比对

    ■ 同一底稿见于 2 份讲稿，最早的是 杏园支部　2026-03-05 党课　《一盏路灯》
      （a.yaml:8）
      · 杏园支部　2026-03-05 党课　《一盏路灯》（a.yaml:8）
      · 柳湾支部　2026-04-05 党课　《把身边的事办实》（b.yaml:12）

    相同或相近的文字见于何处（行：讲稿所在支部；列：见于）
    支部                       杏园支部                   参考资料：范文/参考.txt
    柳湾支部                   1 份，至多 68%             1 份，至多 10%

    ● 柳湾支部　2026-04-05 党课　《把身边的事办实》
      b.yaml:12　未见于他处的文字约 22%，全文 1000 字（不计标点、空格、数字）
      · 68% 见于 杏园支部　2026-03-05 党课　《一盏路灯》（a.yaml:8），1 段

        柳湾支部《把身边的事办实》           │ 杏园支部《一盏路灯》
        b.yaml:13，第 11-28 字               │ a.yaml:8，第 1-16 字
        去年冬天，〔三〕号楼的路灯坏了〔四〕 │ 去年冬天〔五〕号楼的路灯坏了十多天。
        十多天。                             │
      · 10% 见于 参考资料 范文/参考.txt，1 段

        柳湾支部《把身边的事办实》           │ 参考资料
        b.yaml:14，第 41-44 字               │ 范文/参考.txt:2，第 8-11 字
        跑得多了                             │ 跑得多了

    未比对  河口支部　2026-05-05 党课（c.yaml:3）：缺讲稿

    以上为文字比对的线索：日期在前的只说明最早见于何处，不等于出处；是否照搬以原始讲
    稿和本人说明为准。固定表述、书名号内的名称、注明出处的引文不计。
    "
  `)
})

test('colours take the place of brackets and change no width', () => {
  const paint = (text: string) => `<${text}>`
  const coloured = pretty(REPORT, { palette: { ...PLAIN, severity: { ...PLAIN.severity, warning: paint } }, width: 80 })
  expect(coloured).toContain('    去年冬天，<三>号楼的路灯坏了<四>十多天。 │ 去年冬天<五>号楼的路灯坏了十多天。')
})

test('as Markdown', () => {
  expect(markdown(REPORT, PAGE)).toMatchInlineSnapshot(`
    "# 党课讲稿比对

    截至 2026-10-31，比对讲稿 2 份，其中 1 份有连续 40 字以上与他处相同或相近的段落，同一底稿 1 组；另有 1 份无法比对

    ## 同一底稿

    同一底稿见于 2 份讲稿，最早的是 杏园支部　2026-03-05 党课　《一盏路灯》（a.yaml:8）

    | 支部 | 党课 | 题目 | 位置 |
    | --- | --- | --- | --- |
    | 杏园支部 | 2026-03-05 党课 | 《一盏路灯》 | a.yaml:8 |
    | 柳湾支部 | 2026-04-05 党课 | 《把身边的事办实》 | b.yaml:12 |

    ## 相同或相近的文字见于何处

    | 讲稿所在支部 | 杏园支部 | 参考资料：范文/参考.txt |
    | --- | --- | --- |
    | 柳湾支部 | 1 份，至多 68% | 1 份，至多 10% |

    ## 柳湾支部　2026-04-05 党课　《把身边的事办实》

    b.yaml:12　未见于他处的文字约 22%，全文 1000 字（不计标点、空格、数字）

    ### 68% 见于 杏园支部　2026-03-05 党课　《一盏路灯》（a.yaml:8），1 段

    | 柳湾支部《把身边的事办实》 | 杏园支部《一盏路灯》 |
    | --- | --- |
    | b.yaml:13，第 11-28 字<br>去年冬天，<b>三</b>号楼的路灯坏了<b>四</b>十多天。 | a.yaml:8，第 1-16 字<br>去年冬天<b>五</b>号楼的路灯坏了十多天。 |

    ### 10% 见于 参考资料 范文/参考.txt，1 段

    | 柳湾支部《把身边的事办实》 | 参考资料 |
    | --- | --- |
    | b.yaml:14，第 41-44 字<br>跑得多了 | 范文/参考.txt:2，第 8-11 字<br>跑得多了 |

    ## 未比对

    - 河口支部　2026-05-05 党课（c.yaml:3）：缺讲稿

    > 以上为文字比对的线索：日期在前的只说明最早见于何处，不等于出处；是否照搬以原始讲稿和本人说明为准。固定表述、书名号内的名称、注明出处的引文不计。
    "
  `)
})

describe('as a page', () => {
  test('what both sides have is marked, and each side says whose it is and where it stands', () => {
    const page = html(REPORT, PAGE)
    expect(page).toContain(
      '<p class="whose"><b>柳湾支部《把身边的事办实》</b> <span class="place">b.yaml:13，第 11-28 字</span></p><p class="text"><mark>去年冬天，</mark><span class="other">三</span><mark>号楼的路灯坏了</mark><span class="other">四</span><mark>十多天。</mark></p>',
    )
    expect(page).toContain(
      '<p class="whose"><b>杏园支部《一盏路灯》</b> <span class="place">a.yaml:8，第 1-16 字</span></p><p class="text"><mark>去年冬天</mark><span class="other">五</span><mark>号楼的路灯坏了十多天。</mark></p>',
    )
    expect(page).toContain('<b>参考资料</b> <span class="place">范文/参考.txt:2，第 8-11 字</span>')
  })

  test('a passage keeps its lines', () => {
    const passage = { ...PASSAGE, text: '一行\r\n　二行\u001b[31m', thereText: '一行二行' }
    expect(html(withPassages([passage]), PAGE)).toContain('<mark>一行\n　二行</mark>')
  })

  test('every passage is there, in the order of the text', () => {
    const passages = Array.from({ length: 9 }, (_, at) => ({ ...PASSAGE, here: { start: at * 30, end: at * 30 + 18 } }))
    const page = html(withPassages(passages), PAGE)
    expect(page.match(/b\.yaml:13，第 \d+/gu)).toEqual(passages.map(({ here }) => `b.yaml:13，第 ${here.start + 1}`))
  })

  test('what nothing was found in says so', () => {
    expect(html(NOTHING, PAGE)).toContain('<h2 id="index">哪些讲稿有相同或相近的文字</h2>\n<p>没有。</p>')
  })

  test('nothing in a ledger becomes part of the page', () => {
    const evil: LecturesReport = {
      ...REPORT,
      lectures: [{ ...COPIED, branchName: '<script>alert(1)</script>', title: '"><img>' }, OWN],
    }
    expect(html(evil, PAGE)).not.toContain('<script>')
    expect(html(evil, PAGE)).not.toContain('<img')
    expect(html(evil, PAGE)).toContain('&lt;script&gt;')
  })
})

test('a report with nothing copied says so', () => {
  expect(pretty(NOTHING, { ...PAGE, width: 120 })).toContain('其中 0 份有连续 40 字以上与他处相同或相近的段落')
})

test('where room is short the three longest passages are shown, and how many more there are', () => {
  const passages = ['春', '夏夏', '秋秋秋', '冬冬冬冬'].map((text) => ({ ...PASSAGE, text, thereText: text }))
  const [terminal, document] = [pretty, markdown].map((format) => format(withPassages(passages), PAGE))
  for (const shown of [terminal, document]) {
    expect(shown).not.toContain('春')
    expect(shown).toContain('冬冬冬冬')
    expect(shown).toContain('另有 1 段，见 --format html 或 json')
  }
})

test('a long passage is cut behind the comparison: the cut is no difference', () => {
  const text = '春夏秋冬'.repeat(100)
  const shown = pretty(withPassages([{ ...PASSAGE, text: `多${text}`, thereText: text }]), PAGE)
  expect(shown).toContain('……')
  expect(shown.match(/〔.*?〕/gu)).toEqual(['〔多〕'])
})

test('a matrix that is too wide is told in words', () => {
  const [match] = COPIED.matches
  const sources = Array.from({ length: 13 }, (_, at) => ({ ...EARLIER, branch: `${at}`, branchName: `第${at}支部` }))
  const matches = match === undefined ? [] : sources.map((source) => ({ ...match, with: source }))
  const report: LecturesReport = { ...REPORT, lectures: [{ ...COPIED, matches }] }
  const words = '第0支部 1 份，至多 68%；第1支部 1 份，至多 68%；'
  expect(html(report, PAGE)).toContain(`<th scope="row">柳湾支部</th><td>${words}`)
  expect(markdown(report, PAGE)).toContain(`| 讲稿所在支部 | 见于 |\n| --- | --- |\n| 柳湾支部 | ${words}`)
  expect(pretty(report, { ...PAGE, width: 120 })).toContain(`柳湾支部 ← ${words}`)
})

describe('what could not be read is told at the beginning and in full at the end', () => {
  const problem: Problem = {
    code: 'bad-yaml',
    severity: 'error',
    message: '读不了',
    evidence: [{ file: 'd.yaml', line: 3, column: 1, excerpt: '' }],
  }
  const report: LecturesReport = { ...REPORT, problems: [problem] }

  test.each([
    ['pretty', pretty, '没有读成\n  · d.yaml:3　读不了'],
    ['markdown', markdown, '## 没有读成\n\n- d.yaml:3　读不了'],
    ['html', html, '<h2 id="problems">没有读成</h2>\n<ul>\n<li>d.yaml:3　读不了</li>'],
  ])('%s', (_, format, told) => {
    const shown = format(report, PAGE)
    expect(shown.replace(/\s/gu, '')).toContain('；有1处没有读成，没有参加比对')
    expect(shown).toContain(told)
  })
})
