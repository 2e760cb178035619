import { describe, expect, test } from 'vitest'
import { differences } from '../../../src/report/lectures/differences.ts'
import { html } from '../../../src/report/lectures/html.ts'
import { json } from '../../../src/report/lectures/json.ts'
import { markdown } from '../../../src/report/lectures/markdown.ts'
import { copyMatrix } from '../../../src/report/lectures/matrix.ts'
import type { LecturesReport } from '../../../src/report/lectures/model.ts'
import { pretty } from '../../../src/report/lectures/pretty.ts'
import { PLAIN } from '../../../src/report/palette.ts'
import { COPIED, OWN, REPORT } from './report.ts'

const PAGE = { palette: PLAIN, width: 80 }

test('for a terminal, the passages stand side by side with what differs in brackets', () => {
  expect(pretty(REPORT, PAGE)).toMatchInlineSnapshot(`
    "党课讲稿比对
    比对讲稿 2 份，其中 1 份有连续 40 字以上与他处相同或相近的段落，同一底稿 1 组；
    另有 1 份无法比对

    ■ 同一底稿见于 2 份讲稿，最早见于 杏园支部　2026-03-05 党课（a.yaml:8）
      成员  杏园支部 2026-03-05 党课；柳湾支部 2026-04-05 党课

    相同或相近的文字见于何处（行：讲稿所在支部；列：见于）
    支部                       杏园支部                   参考资料：范文/参考.txt
    柳湾支部                   1 份，至多 68%             1 份，至多 10%

    ● 柳湾支部　2026-04-05 党课　《把身边的事办实》
      b.yaml:12　本人文字约 22%，全文 1000 字（不计标点、空格、数字）
      · 68% 见于 杏园支部　2026-03-05 党课（a.yaml:8），1 段

        本讲稿 第11–28字                     │ 他处 第1–16字
        去年冬天，〔三〕号楼的路灯坏了〔四〕 │ 去年冬天〔五〕号楼的路灯坏了十多天。
        十多天。                             │
      · 10% 见于 参考资料 范文/参考.txt，1 段

        本讲稿 第41–44字                     │ 他处 第8–11字
        跑得多了                             │ 跑得多了

    未比对  河口支部　2026-05-05 党课：缺讲稿

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

test('the JSON document is the one that the specification describes', () => {
  expect(JSON.parse(json(REPORT, PAGE))).toEqual({
    schemaVersion: 1,
    lectures: [
      expect.objectContaining({ branch: 'XY-01', originality: 1, matches: [] }),
      {
        branch: 'LW-01',
        record: '2026-04-05 党课',
        date: '2026-04-05',
        title: '把身边的事办实',
        file: 'b.yaml',
        line: 12,
        length: 1000,
        originality: 0.2149,
        matches: [
          {
            with: { branch: 'XY-01', record: '2026-03-05 党课', file: 'a.yaml', line: 8 },
            share: 0.6851,
            passages: [
              {
                text: '去年冬天，三号楼的路灯坏了四十多天。',
                here: { start: 10, end: 28 },
                there: { start: 0, end: 16 },
              },
            ],
          },
          { with: { corpus: '范文/参考.txt' }, share: 0.1, passages: [expect.objectContaining({ text: '跑得多了' })] },
        ],
        cluster: 'c',
      },
    ],
    clusters: [
      {
        id: 'c',
        source: { branch: 'XY-01', record: '2026-03-05 党课', file: 'a.yaml', line: 8 },
        sources: [{ branch: 'XY-01', record: '2026-03-05 党课', file: 'a.yaml', line: 8 }],
        members: [
          { branch: 'XY-01', record: '2026-03-05 党课', file: 'a.yaml', line: 8 },
          { branch: 'LW-01', record: '2026-04-05 党课', file: 'b.yaml', line: 12 },
        ],
      },
    ],
  })
})

test('as Markdown', () => {
  expect(markdown(REPORT, PAGE)).toMatchInlineSnapshot(`
    "# 党课讲稿比对

    比对讲稿 2 份，其中 1 份有连续 40 字以上与他处相同或相近的段落，同一底稿 1 组；另有 1 份无法比对

    ## 同一底稿

    同一底稿见于 2 份讲稿，最早见于 杏园支部　2026-03-05 党课（a.yaml:8）

    | 支部 | 党课 | 位置 |
    | --- | --- | --- |
    | 杏园支部 | 2026-03-05 党课 | a.yaml:8 |
    | 柳湾支部 | 2026-04-05 党课 | b.yaml:12 |

    ## 相同或相近的文字见于何处

    | 讲稿所在支部 | 杏园支部 | 参考资料：范文/参考.txt |
    | --- | --- | --- |
    | 柳湾支部 | 1 份，至多 68% | 1 份，至多 10% |

    ## 柳湾支部　2026-04-05 党课　《把身边的事办实》

    b.yaml:12　本人文字约 22%，全文 1000 字（不计标点、空格、数字）

    ### 68% 见于 杏园支部　2026-03-05 党课（a.yaml:8），1 段

    | 本讲稿 | 他处 |
    | --- | --- |
    | 去年冬天，<b>三</b>号楼的路灯坏了<b>四</b>十多天。 | 去年冬天<b>五</b>号楼的路灯坏了十多天。 |

    ### 10% 见于 参考资料 范文/参考.txt，1 段

    | 本讲稿 | 他处 |
    | --- | --- |
    | 跑得多了 | 跑得多了 |

    ## 未比对

    - 河口支部　2026-05-05 党课：缺讲稿

    > 以上为文字比对的线索：日期在前的只说明最早见于何处，不等于出处；是否照搬以原始讲稿和本人说明为准。固定表述、书名号内的名称、注明出处的引文不计。
    "
  `)
})

describe('as a page', () => {
  test('what differs is marked', () => {
    expect(html(REPORT, PAGE)).toContain(
      '<tr><td>去年冬天，<mark>三</mark>号楼的路灯坏了<mark>四</mark>十多天。</td><td>去年冬天<mark>五</mark>号楼的路灯坏了十多天。</td></tr>',
    )
  })

  test('nothing in a ledger becomes part of the page', () => {
    const evil: LecturesReport = {
      ...REPORT,
      lectures: [{ ...COPIED, branchName: '<script>alert(1)</script>', title: '"&' }, OWN],
    }
    expect(html(evil, PAGE)).not.toContain('<script>')
    expect(html(evil, PAGE)).toContain('&lt;script&gt;')
  })
})

test('a report with nothing copied says so', () => {
  const nothing: LecturesReport = { ...REPORT, lectures: [OWN], clusters: [], leftOut: [] }
  expect(pretty(nothing, PAGE)).toContain('其中 0 份有连续 40 字以上与他处相同或相近的段落')
})

test('the matrix counts lectures and gives the largest share', () => {
  const again: LecturesReport = { ...REPORT, lectures: [COPIED, { ...COPIED, record: '2026-05-05 党课' }] }
  expect(copyMatrix(again)).toEqual({
    sources: ['杏园支部', '参考资料：范文/参考.txt'],
    rows: [
      {
        branch: '柳湾支部',
        cells: [
          { lectures: 2, share: 0.6851 },
          { lectures: 2, share: 0.1 },
        ],
      },
    ],
  })
})

describe('differences', () => {
  const shown = (here: string, there: string) => {
    const { here: mine, there: its } = differences(here, there)
    const write = (pieces: typeof mine) => pieces.map(({ text, isSame }) => (isSame ? text : `[${text}]`)).join('')
    return [write(mine), write(its)]
  }

  test.each([
    ['相同的字', '相同的字', '相同的字', '相同的字'],
    ['改了一个字', '改过一个字', '改[了]一个字', '改[过]一个字'],
    ['标点，不算。', '标点不算', '标点，不算。', '标点不算'],
    ['黨員', '党员', '黨員', '党员'],
    ['', '多出来', '', '[多出来]'],
  ])('%s / %s', (here, there, mine, its) => {
    expect(shown(here, there)).toEqual([mine, its])
  })

  test('nothing is lost of a long passage', () => {
    const here = '春夏秋冬'.repeat(400)
    const there = '春夏秋冬山'.repeat(300)
    const { here: mine, there: its } = differences(here, there)
    expect(mine.map(({ text }) => text).join('')).toBe(here)
    expect(its.map(({ text }) => text).join('')).toBe(there)
  })
})
