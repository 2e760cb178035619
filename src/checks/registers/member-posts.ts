import type { Member } from '../../ledger/schema.ts'

/** Whether 职务, 职级 or 岗位状态 of the member has one of the words; without words every member is meant. */
export function holdsPost({ office, rank, post }: Member, words: readonly string[] | undefined): boolean {
  if (words === undefined) return true
  const said = [office, rank, post].map((one) => one?.value ?? '').join('\n')
  return words.some((word) => said.includes(word))
}
