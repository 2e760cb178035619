import type { KindTable } from '../kind-table.ts'
import { branchNameIn } from './branch-name.ts'
import type { Surrounding } from './surroundings.ts'

/** What the name of a table says beside the kind of its records: 党课登记表, 2026年, 一、. */
const FORM_WORDS =
  /(?:情况)?(?:登记|统计|记录|汇总|明细|一览|情况|签到|报名)*(?:台账|表格|表|簿|册|本)?(?:[（(].*[）)])?$/u
const NUMBERING = /^\s*(?:[一二三四五六七八九十\d]{1,3}\s*[、.．)）_-]|[（(][一二三四五六七八九十\d]{1,3}[)）])\s*/u

/** The one kind that the nearest of the texts around a table tells, for records whose table has no 类型. */
export function kindIn(
  surroundings: readonly Surrounding[],
  kinds: KindTable,
): { readonly kind: string; readonly from: Surrounding } | undefined {
  for (const from of surroundings) {
    const kind = kindOfTitle(from.text, kinds)
    if (kind !== undefined) return { kind, from }
  }
  return undefined
}

/** The one kind that a title of a table or of a section of it names. */
export function kindOfTitle(title: string, kinds: KindTable): string | undefined {
  const bare = title
    .trim()
    .replace(NUMBERING, '')
    .replace(branchNameIn(title) ?? '', '')
  const told = new Set([bare, bare.replace(FORM_WORDS, '')].flatMap((text) => (text === '' ? [] : kinds.toldBy(text))))
  const [kind] = told
  return told.size === 1 ? kind : undefined
}

/** A heading without its number: 一、支委会 is 支委会. */
export function withoutNumbering(heading: string): string {
  return heading
    .trim()
    .replace(NUMBERING, '')
    .replace(/[:：]$/u, '')
}
