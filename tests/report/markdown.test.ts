import { describe, expect, test } from 'vitest'
import { markdown } from '../../src/report/markdown.ts'
import { escaped, markdownTable } from '../../src/report/markdown-text.ts'
import { PLAIN } from '../../src/report/palette.ts'
import { branch, faultyBranch, finding, report } from './sample-report.ts'

const page = { palette: PLAIN, width: 80 }

describe('markdown', () => {
  test('says what the report for terminals says, and lists what is in order', () => {
    expect(markdown(report([faultyBranch()]), page)).toMatchInlineSnapshot(`
      "# 三会一课台账检查

      - **检查期** 2026-01-01 至 2026-10-31（检查日期 2026-10-31）
      - **支　部** 1 个，记录 16 条
      - **问　题** 不符合规定 3 项，需核实 1 项，工作提示 1 项
      - **程　度** 重要 3 项，一般 1 项，提示 1 项
      - **读　入** 1 个文件，18 行（条）：记录 16，未能读入 1，合计、空行等略过 1

      ## 《组织生活台账检查反馈单》 杏园社区第一党支部（XY-01）

      - **交来台账** county/xy-01.yaml
      - **检查期内** 记录 16 条：党员大会 4，支委会 12
      - **未见记录** 2026年9—10月没有任何记录

      ### 不符合规定（3 项）

      1. **支部委员会会议每月至少召开一次**
         - 重要：台账未见2026年4、5、7月支部委员会会议记录
           - county/xy-01.yaml:2 「杏园社区第一党支部」
         - 依　　据：《中国共产党支部工作条例（试行）》第十一条
         - 处理意见：据实补开，注明补开所属期次和原因；不得补造原始记录。
         - 整改时限：2026-11-16

      ### 需核实（1 项）

      1. **党课讲稿不照搬照抄**
         - 一般：疑似照搬：6月12日党课讲稿与本支部3月20日讲稿有62%相同，请核对原始记录
           - county/xy-01.yaml:310 「同志们，今天不讲大道理」
           - county/xy-01.yaml:120 「同志们，今天不讲大道理」
         - 依　　据：《中国共产党支部工作条例（试行）》第十一条；讲稿雷同比例的判定（检查口径）
         - 处理意见：请主讲人对照原稿说明来源。
         - 核实时限：2026-11-16

      ### 工作提示（1 项）

      1. **支部党员大会每季度至少召开一次**
         - 提示：6月的党员大会登记为补开
           - county/xy-01.yaml:2 「杏园社区第一党支部」
         - 依　　据：《中国共产党支部工作条例（试行）》第十一条
         - 处理意见：请注明补开原因。

      ### 未能判断（1 项）

      - 台账没有培训学时登记：党员每年集中学习培训不少于三十二学时

      ### 不适用（1 项）

      - 支部没有党小组：党小组会每月至少召开一次

      ### 符合规定（1 项）

      支部党员大会每季度至少召开一次

      ## 整改清单（4 项）

      | 序号 | 支部 | 问题 | 整改措施 | 时限 | 状态 |
      | --- | --- | --- | --- | --- | --- |
      | 1—3 | 杏园社区第一党支部（XY-01） | 台账未见2026年4、5、7月支部委员会会议记录 | 据实补开，注明补开所属期次和原因；不得补造原始记录。 | 2026-11-16 | 待整改 |
      | 4 | 杏园社区第一党支部（XY-01） | 疑似照搬：6月12日党课讲稿与本支部3月20日讲稿有62%相同，请核对原始记录 | 请主讲人对照原稿说明来源。 | 2026-11-16 | 待核实 |

      ---

      本报告由程序对照台账逐条核对得出，问题是否成立以原始记录为准；本报告不代替党组织的认定和判断，标为“需核实”的事项在核对原始记录之前不作结论。
      "
    `)
  })

  test('a ledger cannot make headings, links, tables, HTML or comments', () => {
    const hostile = branch({
      name: '<script>alert(1)</script>',
      findings: [
        finding({
          message: '# 标题 [点我](javascript:alert(1)) | 列 ![图](http://a.example/x.png) `码` <!-- 注释',
          evidence: [],
        }),
      ],
    })
    const text = String(markdown(report([hostile]), page))
    expect(text).not.toMatch(/<(?:script|!--)/u)
    expect(text).not.toMatch(/(?<!\\)[[\]`]/u)
    const row = text.split('\n').find((line) => line.startsWith('| 1 |'))
    expect(row?.match(/(?<!\\)\|/gu)).toHaveLength(7)
  })
})

describe('escaped', () => {
  test.each([
    ['1. 第一项', '1\\. 第一项'],
    ['2）第二项', '2）第二项'],
    ['- 项目', '\\- 项目'],
    ['2026-03-12', '2026-03-12'],
    ['应到<实到 & 请假>0', '应到&lt;实到 &amp; 请假&gt;0'],
    ['http://a.example', 'http:\\/\\/a.example'],
    ['www.a.example', 'www\\.a.example'],
    ['a*b_c', 'a\\*b\\_c'],
  ])('%s', (text, expected) => {
    expect(escaped(text)).toBe(expected)
  })

  test('cells of a table cannot end it', () => {
    expect(markdownTable(['甲', '乙'], [['a|b', '']])).toEqual(['| 甲 | 乙 |', '| --- | --- |', '| a\\|b |  |'])
  })
})
