import type { Located } from '../../source/place.ts'
import { fold } from '../values/fold.ts'
import type { Surrounding } from './surroundings.ts'

/** A branch's name, and the text that it was found in. */
export interface FoundBranch extends Located<string> {
  readonly from: Surrounding
}

/** 支部名称：杏园社区第一党支部. */
const LABELLED = /(?:支部名称|党支部|支部|党组织名称|党组织|填报单位|填报支部|单位名称|单位)\s*:\s*([^\s:,;]{2,40})/u
const NAME = /([\p{Script=Han}\d\w·()-]{2,40}?(?:党支部|支部)(?:委员会)?)/gu
/** What stands before a name in a title and is no part of it. */
const LEAD =
  /^(?:\(?(?:19|20)\d{2}(?:-\d{4})?\)?(?:年度?|学年)?|\d{1,2}月份?|第?[一二三四]季度|[上下]半年|关于|中国共产党|中共(?!党)|[-_.\d]+)+/u
/** Names that are none: 各党支部, 本支部, 基层党支部. */
const NO_NAME = /^(?:各|本|所属|下属|全体|基层|我|该|某|所有|每个|党|中共|一个)*(?:党支部|支部)(?:委员会)?$/u

/** The branch that the nearest of the texts around a table names. */
export function branchIn(surroundings: readonly Surrounding[]): FoundBranch | undefined {
  for (const from of surroundings) {
    const name = labelled(from.text) ?? branchNameIn(from.text)
    if (name !== undefined) return { value: name, at: from.at, from }
  }
  return undefined
}

function labelled(text: string): string | undefined {
  const name = LABELLED.exec(fold(text))?.[1]
  return name === undefined || NO_NAME.test(name) ? undefined : name
}

/** The name of a branch within a longer wording: `杏园社区第一党支部2026年三会一课台账`. */
export function branchNameIn(text: string): string | undefined {
  for (const [written] of fold(text).matchAll(NAME)) {
    const name = written.replace(LEAD, '')
    if (!NO_NAME.test(name) && name.length > 2) return name
  }
  return undefined
}
