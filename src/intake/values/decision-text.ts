import { fold } from './fold.ts'
import type { TextItem } from './items.ts'
import { looksLikeName } from './person-words.ts'
import { beginsWithSurname } from './surnames.ts'

/** What a decision written as one text says beside the task. */
export interface DecisionText {
  readonly owner?: TextItem | undefined
  readonly deadline?: TextItem | undefined
  readonly result?: TextItem | undefined
}

const OWNER = /(?:责任人|负责人|牵头人|承办人|落实人|责任领导)\s*[:为是]\s*([^,;。:()[\]\n]{2,30})/u
const IN_CHARGE =
  /由\s*(\p{Script=Han}{2,4}?(?:[、和]\p{Script=Han}{2,4}?){0,4})(?:同志)?(?:牵头|具体)?(?:负责|落实|承办)/u
const DEADLINE = /(?:(?:完成|办结|落实|整改)?(?:时限|期限|时间)|截止(?:时间|日期)?)\s*[:为]\s*([^,;。:()[\]\n]{2,20})/u
const BEFORE_DAY =
  /((?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*(?:\d{1,2}\s*[日号]?|底|末|[上中下]旬)?)\s*(?:之?前|以前|底前)/u
const RESULT = /(?:落实|完成|办理|进展)(?:情况|结果)\s*:\s*([^;\n()]+)/u

/** Reads owner, deadline and result where they are marked as such; a name or a day that just comes up is neither. */
export function readDecision(text: string): DecisionText {
  const folded = fold(text)
  return {
    owner: passage(OWNER, folded, text) ?? inCharge(folded, text),
    deadline: passage(DEADLINE, folded, text) ?? passage(BEFORE_DAY, folded, text),
    result: passage(RESULT, folded, text),
  }
}

function passage(pattern: RegExp, folded: string, text: string): TextItem | undefined {
  const match = pattern.exec(folded)
  const found = match?.[1]
  if (match === null || found === undefined || found.trim() === '') return undefined
  const offset = match.index + match[0].indexOf(found)
  return { text: text.slice(offset, offset + found.length).trim(), offset }
}

function inCharge(folded: string, text: string): TextItem | undefined {
  const found = passage(IN_CHARGE, folded, text)
  const names = found?.text.split(/[、和]/u) ?? []
  return names.length > 0 && names.every((name) => looksLikeName(name) && beginsWithSurname(name)) ? found : undefined
}
