import { bare, byPattern, KEY } from './detector.ts'

export const mergeConflict = byPattern(
  'merge-conflict',
  /^(?:<{7}|={7}|>{7})(?:\s|$)/u,
  () => '是版本合并冲突留下的标记，合并没有做完；请选定要保留的内容，删去 <<<<<<<、=======、>>>>>>> 几行',
)

export const tabIndent = byPattern(
  'tab-indent',
  /^( *)\t/u,
  () => '用制表符（Tab）缩进，YAML 只认空格；请把行首的制表符换成空格，与同级的行对齐',
)

export const wideSpace = byPattern(
  'wide-space',
  /^([ \t]*)[\u3000\u00a0\u2000-\u200b\ufeff]/u,
  () => '行首有全角空格（或看不见的特殊空格），YAML 只认半角空格；请换成半角空格，与同级的行对齐',
)

export const wideSpaceBehindColon = byPattern(
  'wide-space',
  new RegExp(`^(\\s*(?:-\\s+)*${KEY}:)[\\u3000\\u00a0]`, 'u'),
  ([, key = '']) =>
    `「${bare(key).slice(0, -1)}」的冒号后面是全角空格（或看不见的特殊空格），YAML 只认半角空格；请换成一个半角空格`,
)

export const wideColon = byPattern(
  'wide-colon',
  new RegExp(`^(\\s*(?:-\\s+)*${KEY})：`, 'u'),
  ([, key = '']) => `「${bare(key)}」后面是全角冒号（：）；请改成半角冒号加一个空格，写成“${bare(key)}: …”`,
)

export const noSpace = byPattern(
  'missing-space',
  new RegExp(`^(\\s*(?:-\\s+)*(?=[^:]*\\p{Script=Han})${KEY}):(?=[^\\s:/])`, 'u'),
  ([, key = '']) => `「${bare(key)}」的冒号后面少一个空格；请写成“${bare(key)}: …”`,
)

export const wideDash = byPattern(
  'wide-dash',
  /^(\s*)[－—–](?=\s*[\p{L}\p{N}])/u,
  () => '列表的短横是全角的；请改成半角短横加一个空格，写成“- …”',
)

export const tightDash = byPattern(
  'dash-without-space',
  /^(\s*)-(?=[\p{Script=Han}"'“《{[])/u,
  () => '列表的短横后面少一个空格；请写成“- …”',
)
