import { describe, expect, it } from 'vitest'
import { explainYaml } from '../../src/intake/explain-yaml.ts'
import { parseYaml } from '../../src/source/yaml.ts'

/** A ledger with these lines in place of the fifth. */
function ledgerWith(lines: string): string {
  return [
    '组织生活:',
    '  - 类型: 支委会',
    '    日期: 2026-01-01',
    '  - 类型: 党员大会',
    lines,
    '    应到: 3',
    '  - 类型: 党课',
    '    日期: 2026-03-01',
    '',
  ].join('\n')
}

function explain(text: string): string[] {
  try {
    parseYaml(text, 'a.yaml')
  } catch (error) {
    return explainYaml(text, 'a.yaml', error).map(
      ({ code, message, evidence: [at] }) => `${at?.line}:${at?.column} ${code} ${message}`,
    )
  }
  return []
}

const NO_KEY =
  '没有“字段: ”，看不出属于哪个字段；如是上一行没写完的内容，请接到上一行，或改用 | 写成大段文字；如是新的字段，请补上冒号和空格'

describe('explainYaml', () => {
  it.each([
    [
      '\t日期: 2026-01-05',
      '5:1 tab-indent 第5行用制表符（Tab）缩进，YAML 只认空格；请把行首的制表符换成空格，与同级的行对齐',
    ],
    [
      '    议题:\n\t- 内容: 学习',
      '6:1 tab-indent 第6行用制表符（Tab）缩进，YAML 只认空格；请把行首的制表符换成空格，与同级的行对齐',
    ],
    ['    日期:2026-01-05', '5:7 missing-space 第5行「日期」的冒号后面少一个空格；请写成“日期: …”'],
    [
      '    日期：2026-01-05',
      '5:7 wide-colon 第5行「日期」后面是全角冒号（：）；请改成半角冒号加一个空格，写成“日期: …”',
    ],
    [
      '　　日期: 2026-01-05',
      '5:1 wide-space 第5行行首有全角空格（或看不见的特殊空格），YAML 只认半角空格；请换成半角空格，与同级的行对齐',
    ],
    [
      '   日期: 2026-01-05',
      '5:4 bad-indent 第5行行首缩进（3格）与前面同级的行不一致；请用空格对齐，同一级的行缩进要相同，下一级多缩进两格',
    ],
    [
      '      日期: 2026-01-05',
      '5:7 bad-indent 第5行缩进比上一行多，但上一行「类型」已经有内容，下面不能再分层；请与上一行对齐',
    ],
    [
      '    主题: "学习',
      '5:9 unclosed-quote 第5行英文引号 " 只有开头，没有结尾；请在内容末尾补上 "，或把开头的引号去掉',
    ],
    [
      '    主题: "学习”',
      '5:9 unclosed-quote 第5行英文引号 " 只有开头，没有结尾（中文引号不能与它配对）；请在内容末尾补上 "，或把开头的引号去掉',
    ],
    ['    请假: [张三, 李四', '5:9 unclosed-bracket 第5行括号 [ 只有开头，没有结尾；请在内容末尾补上 ]（要用半角）'],
    [
      '    请假: [{姓名: 张三，原因: 病}]',
      '5:17 wide-punctuation 第5行方括号、花括号里有全角标点（，）；请改成半角标点，冒号、逗号后面各留一个空格',
    ],
    [
      '    主题: 时间: 9点',
      "5:11 second-colon 第5行「主题」的内容里又有一个冒号加空格，YAML 分不清哪个是字段；请给内容加上英文引号：'时间: 9点'",
    ],
    [
      '    主题: @全体党员',
      "5:9 reserved-character 第5行内容以 @ 开头，这个符号在 YAML 里另有用处；请给内容加上英文引号：'@全体党员'",
    ],
    [
      '    主题: [重要]学习',
      "5:13 reserved-character 第5行内容以 [ 开头，YAML 会当成列表或一组字段；请给内容加上英文引号：'[重要]学习'",
    ],
    [
      '    主题: "三会一课"落实',
      `5:15 text-behind-quote 第5行引号后面还有文字，YAML 不允许只把开头几个字放在英文引号里；请改用中文引号“”，或给内容加上英文引号：'"三会一课"落实'`,
    ],
    [
      '    记录: |学习内容\n      二',
      '5:10 block-text 第5行| 后面不能接着写内容；请让 | 单独在行末，内容从下一行起写，并比这一行多缩进两格',
    ],
    [
      '    记录: |\n    学习内容',
      '6:5 block-text 第6行「记录」的大段文字没有缩进；请让 | 下面的每一行都比「记录」多缩进两格',
    ],
    [
      '    记录: |\n      一\n    二、讨论：同意\n    主持人: 王建国',
      '7:5 block-text 第7行是「记录」的大段文字，却没有缩进；请让 | 下面的每一行都比「记录」多缩进两格',
    ],
    ['    学习了很多内容\n    日期: 2026-01-05', `5:5 no-key 第5行${NO_KEY}`],
    [
      '    请假: [{姓名: 张三 原因: 病}]',
      '5:17 missing-comma 第5行方括号、花括号里两个字段之间少一个逗号；请用半角逗号隔开，逗号后面空一格',
    ],
    [
      '    议题: - 学习',
      '5:9 dash-in-value 第5行「议题」后面不能接着写列表；请让「议题:」单独一行，列表的每一项从下一行起写，各占一行',
    ],
    [
      '    日期:　2026-01-05',
      '5:8 wide-space 第5行「日期」的冒号后面是全角空格（或看不见的特殊空格），YAML 只认半角空格；请换成一个半角空格',
    ],
    [
      '<<<<<<< HEAD\n    日期: 2026-01-05\n=======\n    日期: 2026-01-06\n>>>>>>> b',
      '5:1 merge-conflict 第5行是版本合并冲突留下的标记，合并没有做完；请选定要保留的内容，删去 <<<<<<<、=======、>>>>>>> 几行',
    ],
  ])('tells the one mistake in %j', (lines, told) => {
    expect(explain(ledgerWith(lines))).toEqual([told])
  })

  it('tells a list mark without its space', () => {
    expect(explain('组织生活:\n  -类型: 支委会\n    日期: 2026-01-01\n')).toEqual([
      '2:3 dash-without-space 第2行列表的短横后面少一个空格；请写成“- …”',
    ])
  })

  it('tells a text that is no YAML at all', () => {
    expect(explain('这是一段话\n不是台账: x\n')).toEqual([`1:1 no-key 第1行${NO_KEY}`])
  })

  it('tells a document that begins with a blank', () => {
    expect(explain(' 支部:\n  名称: 甲支部\n组织生活:\n  - 类型: 党课\n')).toEqual([
      '1:2 bad-indent 第1行行首多了空格，与后面最外层的字段没有对齐；请删去行首的空格',
    ])
  })

  it('tells a list of which one item has no mark', () => {
    expect(explain('组织生活:\n  类型: 党课\n  - 类型: 支委会\n')).toEqual([
      '3:3 bad-indent 第3行与上一行缩进相同，却一个有列表的短横（-），一个没有；请让列表的每一项都以“- ”开头，同一项里的字段再多缩进两格',
    ])
  })

  it('has nothing to say of a time, an address or Chinese quotes in a value', () => {
    expect(explain(ledgerWith('    时间: 14:30-16:00\n    附件: http://a.test/1\n    主题: “学习”：三会一课'))).toEqual(
      [],
    )
  })
})
