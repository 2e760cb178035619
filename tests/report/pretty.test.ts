import { describe, expect, test } from 'vitest'
import { type Palette, PLAIN } from '../../src/report/palette.ts'
import { pretty } from '../../src/report/pretty.ts'
import { displayWidth } from '../../src/report/width.ts'
import { branch, faultyBranch, finding, report } from './sample-report.ts'

const page = { palette: PLAIN, width: 80 }

const inOrder = branch({
  id: 'XY-02',
  name: '杏园社区第二党支部',
  verdicts: [
    { rule: 'frequency/committee', outcome: 'pass' },
    { rule: 'training/hours', outcome: 'not-evaluated', reason: '台账没有培训学时登记' },
  ],
})

/** One that stands on the list of branches and handed in nothing: no demand could be judged. */
const absent = branch({
  id: 'XY-03',
  name: '杏园社区第三党支部',
  handedIn: { files: [], records: 0, kinds: [], monthsWithout: ['2026-01', '2026-02'] },
  verdicts: [
    { rule: 'branch/missing', outcome: 'fail' },
    { rule: 'frequency/committee', outcome: 'not-evaluated', reason: '未见台账' },
  ],
  findings: [finding({ rule: 'branch/missing', subject: 'XY-03', message: '未见其台账' })],
})

describe('pretty', () => {
  test('begins with what was read and found, then the page of each branch, then the rectification list', () => {
    expect(pretty(report([faultyBranch(), inOrder]), page)).toMatchInlineSnapshot(`
      "三会一课台账检查

      检查期  2026-01-01 至 2026-10-31（检查日期 2026-10-31）
      支　部  2 个，记录 16 条
      问　题  不符合规定 3 项，需核实 1 项，工作提示 1 项
      程　度  重要 3 项，一般 1 项，提示 1 项
      读　入  1 个文件，18 行（条）：记录 16，未能读入 1，合计、空行等略过 1

      没有发现问题的支部（1 个）
      ✓ 杏园社区第二党支部（XY-02）：记录 16 条；符合规定 1 项；没有记录的月份：2026年
        9—10月
        未能判断（1 项）
          · 台账没有培训学时登记：党员每年集中学习培训不少于三十二学时

      ────────────────────────────────────────────────────────────────────────────────
      《组织生活台账检查反馈单》　杏园社区第一党支部（XY-01）
      交来台账  county/xy-01.yaml
      检查期内  记录 16 条：党员大会 4，支委会 12
      未见记录  2026年9—10月没有任何记录

      不符合规定（3 项）
       1. 支部委员会会议每月至少召开一次
          [重要] 台账未见2026年4、5、7月支部委员会会议记录
                 county/xy-01.yaml:2 「杏园社区第一党支部」
          依　　据  《中国共产党支部工作条例（试行）》第十一条
          处理意见  据实补开，注明补开所属期次和原因；不得补造原始记录。
          整改时限  2026-11-16

      需核实（1 项）
       1. 党课讲稿不照搬照抄
          [一般] 疑似照搬：6月12日党课讲稿与本支部3月20日讲稿有62%相同，请核对原始记录
                 county/xy-01.yaml:310 「同志们，今天不讲大道理」
                 county/xy-01.yaml:120 「同志们，今天不讲大道理」
          依　　据  《中国共产党支部工作条例（试行）》第十一条；讲稿雷同比例的判定（检
                    查口径）
          处理意见  请主讲人对照原稿说明来源。
          核实时限  2026-11-16

      工作提示（1 项）
       1. 支部党员大会每季度至少召开一次
          [提示] 6月的党员大会登记为补开
                 county/xy-01.yaml:2 「杏园社区第一党支部」
          依　　据  《中国共产党支部工作条例（试行）》第十一条
          处理意见  请注明补开原因。

      未能判断（1 项）
        · 台账没有培训学时登记：党员每年集中学习培训不少于三十二学时

      符合规定 1 项，不适用 1 项

      整改清单（4 项）
      ┌──────┬────────────────┬─────────────────────────────┬────────────┬────────┐
      │ 序号 │ 支部           │ 问题                        │ 时限       │ 状态   │
      ├──────┼────────────────┼─────────────────────────────┼────────────┼────────┤
      │ 1—3  │ 杏园社区第一党 │ 台账未见2026年4、5、7月支部 │ 2026-11-16 │ 待整改 │
      │      │ 支部（XY-01）  │ 委员会会议记录              │            │        │
      ├──────┼────────────────┼─────────────────────────────┼────────────┼────────┤
      │ 4    │ 杏园社区第一党 │ 疑似照搬：6月12日党课讲稿与 │ 2026-11-16 │ 待核实 │
      │      │ 支部（XY-01）  │ 本支部3月20日讲稿有62%相    │            │        │
      │      │                │ 同，请核对原始记录          │            │        │
      └──────┴────────────────┴─────────────────────────────┴────────────┴────────┘

      本报告由程序对照台账逐条核对得出，问题是否成立以原始记录为准；本报告不代替党组织
      的认定和判断，标为“需核实”的事项在核对原始记录之前不作结论。
      "
    `)
  })

  test('keeps to the width, however wide the terminal', () => {
    for (const width of [40, 59, 60, 80, 100, 300]) {
      const lines = String(pretty(report([faultyBranch(), inOrder]), { palette: PLAIN, width })).split('\n')
      const widest = Math.max(...lines.map(displayWidth))
      expect(widest, `at ${width}`).toBeLessThanOrEqual(Math.min(width, 100))
    }
  })

  test('tells what could not be read with its line, and many of a kind once', () => {
    const intake = Array.from({ length: 9 }, (_, index) => ({
      code: 'bad-date',
      severity: 'warning' as const,
      message: '日期不存在，应形如 2026-03-12',
      evidence: [{ file: 'a.csv', line: index + 2, column: 1, excerpt: '2026-02-30' }],
    }))
    const text = String(pretty(report([inOrder], { intake }), page))
    expect(text).toContain('  [个别项目未能读入] a.csv:2 日期不存在，应形如 2026-03-12「2026-02-30」\n')
    expect(text).toContain('  同一文件中同类情况另有 4 处\n')
    expect(text).not.toContain('a.csv:7')
  })

  test('shows a crashed check and what somebody has excused', () => {
    const excused = {
      branch: 'XY-01',
      rule: 'frequency/committee',
      subject: '2026-08',
      reason: '暑期停课',
      approver: '城东街道党工委',
      document: '城东〔2026〕3号',
      until: '2026-12-31',
    }
    const crash = { rule: 'lecture/copied', branch: 'XY-01', message: 'undefined is not a function' }
    const text = String(pretty(report([faultyBranch()], { exempted: [excused], crashes: [crash] }), page))
    expect(text).toContain('检查程序出错的项目')
    expect(text).toContain('  · XY-01：党课讲稿不照搬照抄（lecture/copied）：undefined is not a function\n')
    expect(text).toContain(
      [
        '已批准豁免（1 项）',
        '  · 支部委员会会议每月至少召开一次（2026-08）：暑期停课；城东街道党工委批准（城',
        '    东〔2026〕3号），至 2026-12-31',
      ].join('\n'),
    )
  })

  test('a ledger cannot move the cursor, colour the screen or turn the direction of text', () => {
    const hostile = branch({
      name: '\u001b[31m红\u001b[2J支部\u202e',
      findings: [finding({ message: '\u001b]0;标题\u0007第一行\n第二行', evidence: [] })],
    })
    const text = String(pretty(report([hostile]), page))
    expect(text).toContain('红支部（XY-01）')
    expect(text).toContain('第一行 第二行')
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u)
  })

  test('scores and grades stand where scoring is on, with what was taken off', () => {
    const scored = {
      ...faultyBranch(),
      score: 88,
      grade: '良好',
      deductions: [{ rule: 'frequency/committee', findings: 3, points: 12 }],
    }
    const text = String(pretty(report([scored]), page))
    expect(text).toContain('得　　分  88 分，良好\n扣　　分  支部委员会会议每月至少召开一次：3 处，扣 12 分\n')
  })

  test('paint does not change the words or where lines break', () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`
    const painted: Palette = {
      heading: tag('h'),
      strong: tag('b'),
      faint: tag('f'),
      severity: { error: tag('e'), warning: tag('w'), info: tag('i') },
      good: tag('g'),
    }
    const value = report([faultyBranch(), inOrder])
    const stripped = String(pretty(value, { palette: painted, width: 80 })).replace(/<\/?[a-z]>/gu, '')
    expect(stripped).toBe(pretty(value, page))
  })

  test('of a branch that handed in nothing says so, and not how much that leaves open', () => {
    const lines = String(pretty(report([faultyBranch(), absent]), page)).split('\n')
    expect(lines).toContain('支　部  2 个（1 个未交台账），记录 16 条')
    expect(lines.find((line) => line.startsWith('杏园社区第三党支部（XY-03） '))).toMatch(/ 0 +1 +0 +0 +未交台账$/u)
    const sheet = lines.slice(lines.indexOf('《组织生活台账检查反馈单》　杏园社区第三党支部（XY-03）'))
    expect(sheet.slice(1, 4)).toEqual(['交来台账  没有交来台账', '', '不符合规定（1 项）'])
  })
})
