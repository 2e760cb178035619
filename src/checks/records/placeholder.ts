/** What a template leaves where nobody has filled it in. */
export interface Placeholder {
  /** As it stands in the text, with a few characters around it. */
  readonly quote: string
}

const LETTERS = '[XxＸｘ×✕╳]'

/** `××` for what is kept back may be lawful; the others never are. */
const UNFILLED: readonly RegExp[] = [
  /[（(【[［〔]\s*(?:待补充?|待填写?|待完善|待定稿|此处(?:填写|补充|插入|替换)[^）)】\]］〕\n]{0,12}|请(?:填写|补充|输入|插入|替换)[^）)】\]］〕\n]{0,12}|请?根据(?:本支部)?实际(?:情况)?[^）)】\]］〕\n]{0,6}(?:填写|修改|补充|调整|替换)[^）)】\]］〕\n]{0,4}|填写[^）)】\]］〕\n]{1,8})\s*[）)】\]］〕]/gu,
  /[【[［〔{]\s*(?:姓名|名字|日期|时间|地点|支部(?:名称)?|单位(?:名称)?|村名|主持人|记录人|人数|数字|年份?|月份?|具体[^】\]］〕}\n]{1,6})\s*[】\]］〕}]/gu,
  new RegExp(`(?<![A-Za-z0-9])20${LETTERS}{2}\\s*年`, 'gu'),
  new RegExp(`(?<![A-Za-z0-9])${LETTERS}{1,4}年${LETTERS}{1,2}月|${LETTERS}{1,2}月${LETTERS}{1,2}日`, 'gu'),
]
const MASKS: readonly RegExp[] = [
  new RegExp(`(?<![A-Za-z0-9.%/])${LETTERS}{2,}(?![A-Za-z0-9.%/])`, 'gu'),
  /(?<![\d*＊A-Za-z])[*＊]{2,}(?![\d*＊A-Za-z])/gu,
  /某某+|某(?=(?:党支部|党总支|党委|村党|社区党|镇党|街道党))/gu,
  /[○〇]{2,}(?=(?:支部|党支部|同志|村|社区|街道|镇|公司|学校))/gu,
]

/** One of these is in every placeholder. They are two, for a set of characters alone is found four times as fast. */
const MARK = /[XxＸｘ×✕╳*＊某○〇【[［〔{]/u
const BRACKETED = /[（(]\s*(?:待|此处|请|根据|填写)/u

/** Cases told as warnings: what is masked there is masked by law. */
const CASES = /案例|典型|通报|违纪|违法|违规|以案|警示|受贿|贪|腐败|处分|涉案|嫌疑|当事人/u
/** People who are masked to protect them, and examples. */
const PROTECTED =
  /群众|村民|居民|业主|住户|信访|举报|投诉|匿名|化名|隐私|保密|涉密|病人|患者|学生|家长|未成年|困难户|低保|身份证|证件|电话|手机|账号|卡号|密码|车牌|比如|例如|假如|譬如/u
/** Ticks and crosses of a form that is filled in, and rows of them. */
const FORM_OF_MARKS = /[√✓✔☑]|打分|评分|测评表|打[“"]?[×xX]|^\s*[*＊xX×]+\s*$/u
/** A mark of emphasis in a text of Markdown stands in pairs. */
const EMPHASIS = /\*{2,3}[^*\n]+\*{2,3}/gu

/** What a mask stands for where the branch itself is meant, and where at least some unit is. */
const OWN_BRANCH = /^[^，。；]{0,4}(?:支部|党总支|党员大会)/u
const UNIT = /^[^，。；]{0,3}(?:支部|党总支|党委|村|社区|镇|乡|街道|公司|单位|学校|学院|医院|局|县|市)/u
/** A line that tells of the meeting itself. */
const OF_THE_MEETING = /主持|记录人|召开|应到|列席/u

/** Characters shown on either side. */
const AROUND = 8

/** What nobody has filled in; `record` is all that the record says, which may tell of cases, and a lecture tells stories. */
export function placeholdersIn(text: string, record: string, isLecture: boolean): Placeholder[] {
  if (!mayHoldPlaceholder(text)) return []
  const hasCases = CASES.test(record)
  return text.split('\n').flatMap((line) => {
    const plain = line.replace(EMPHASIS, (marked) => ' '.repeat(marked.length))
    const unfilled = UNFILLED.flatMap((pattern) => shown(line, plain.matchAll(pattern)))
    if (CASES.test(line) || FORM_OF_MARKS.test(line)) return unfilled
    const masks = MASKS.flatMap((pattern) => [...plain.matchAll(pattern)]).filter(({ 0: mask, index }) => {
      const after = line.slice(index + mask.length)
      if (hasCases || PROTECTED.test(line)) return OWN_BRANCH.test(after) || (OF_THE_MEETING.test(line) && !hasCases)
      return !isLecture || UNIT.test(after)
    })
    return [...unfilled, ...shown(line, masks)]
  })
}

/** The same for a name, a place or another short field, where nothing is lawfully masked. */
export function isUnfilled(field: string): boolean {
  if (!mayHoldPlaceholder(field)) return false
  return (
    [...UNFILLED, ...MASKS].some((pattern) => field.search(pattern) >= 0) || /^[XxＸ×*＊]+$|^某+$/u.test(field.trim())
  )
}

/** Whether a text has anything that placeholders have: most have not, and need not be looked through line by line. */
export function mayHoldPlaceholder(text: string): boolean {
  return MARK.test(text) || BRACKETED.test(text)
}

function shown(line: string, matches: Iterable<RegExpExecArray>): Placeholder[] {
  return Array.from(matches, ({ 0: found, index }) => ({
    quote: line.slice(Math.max(0, index - AROUND), index + found.length + AROUND).trim(),
  }))
}
