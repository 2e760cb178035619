import type { Located } from '../../source/place.ts'
import { fold } from '../values/fold.ts'
import type { Surrounding } from './surroundings.ts'

/** A branch's name, and the text that it was found in. */
export interface FoundBranch extends Located<string> {
  readonly from: Surrounding
}

/** 支部名称：杏园社区第一党支部. */
const LABELLED = /(?:支部名称|填报支部|所属支部|党支部|支部)\s*:\s*([^\s:,;]{2,40})/u
const NAME = /[\p{Script=Han}\d\w·()-]{1,40}?(?:党支部|支部)(?:委员会)?/gu
/** What stands before a name in a title and is no part of it. */
const LEAD =
  /^(?:\(?(?:19|20)\d{2}(?:-\d{4})?\)?(?:年度?|学年)?|\d{1,2}月份?|第?[一二三四]季度|[上下]半年|关于|中国共产党|中共(?!党)|[-_.\d]+)+/u
/** Names that are none: 各党支部, 本支部, 五星支部. */
const NO_NAME =
  /^(?:各|本|所属|下属|全体|基层|我|该|某|所有|每个|党|中共|一个|上级|五星|星级|示范|先进|合格|过硬|红旗|标准化|规范化|学习型|服务型)*(?:党支部|支部)(?:委员会)?$/u

/** The branch that the nearest of the texts around a table names. */
export function branchIn(surroundings: readonly Surrounding[]): FoundBranch | undefined {
  for (const from of surroundings) {
    const name = labelled(from.text) ?? branchNameIn(from.text)
    if (name !== undefined) return { value: name, at: from.at, from }
  }
  return undefined
}

function labelled(text: string): string | undefined {
  const match = LABELLED.exec(fold(text))
  const name = match?.[1]
  if (match === null || name === undefined || NO_NAME.test(name)) return undefined
  const start = match.index + match[0].length - name.length
  return text.slice(start, start + name.length)
}

/** The name of a branch within a longer wording, as written: `杏园社区第一党支部2026年三会一课台账`. */
export function branchNameIn(text: string): string | undefined {
  for (const match of fold(text).matchAll(NAME)) {
    const name = match[0].replace(LEAD, '')
    const end = match.index + match[0].length
    if (!NO_NAME.test(name)) return text.slice(end - name.length, end)
  }
  return undefined
}
