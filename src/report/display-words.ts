import type { VerdictOutcome } from '../engine/finding.ts'
import type { Nature, Severity } from '../rulebook/schema.ts'

/** The words that reports put in place of the model's identifiers; every format takes them from here. */

export const NATURE_WORDS: Readonly<Record<Nature, string>> = {
  breach: '不符合规定',
  clue: '需核实',
  info: '工作提示',
}

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '重要',
  warning: '一般',
  info: '提示',
}

export const OUTCOME_WORDS: Readonly<Record<VerdictOutcome, string>> = {
  pass: '符合规定',
  fail: '发现问题',
  'not-evaluated': '未能判断',
  'not-due': '尚未到期',
  exempt: '已批准豁免',
  'not-applicable': '不适用',
}

/** How grave it is that a file could not be read as it stands. */
export const PROBLEM_WORDS: Readonly<Record<Severity, string>> = {
  error: '内容未能读入',
  warning: '个别项目未能读入',
  info: '已推断或略过',
}

/** In place of what could not be judged, of a branch of which nothing can be. */
export const NOT_HANDED_IN = '未交台账'

export const INTAKE_TITLE = '台账读入情况'

export const CRASH_TITLE = '检查程序出错的项目（未能判断，请将本报告交维护人员）'

export const RECTIFICATION_TITLE = '整改清单'

export const SHEET_TITLE = '《组织生活台账检查反馈单》'

export const TOOL_TITLE = '三会一课台账检查'

export const CLOSING =
  '本报告由程序对照台账逐条核对得出，问题是否成立以原始记录为准；本报告不代替党组织的认定和判断，标为“需核实”的事项在核对原始记录之前不作结论。'
