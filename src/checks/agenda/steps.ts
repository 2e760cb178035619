import * as z from 'zod'
import type { LedgerRecord } from '../../ledger/schema.ts'
import { wordingOf } from '../records/record-texts.ts'

/** A step of a procedure, and the wordings that show it. */
export const Step = z.strictObject({
  /** 环节的名称。 */
  name: z.string().min(1),
  /** 台账里出现任何一个这样的字样，就算有这个环节。 */
  words: z.array(z.string().min(1)).min(1),
  /** 会前有这些专项台账的登记，也算有这个环节。 */
  registers: z.array(z.string()).optional(),
  /** 会前会后不提这次会议的记录，有这些字样的也算。 */
  anywhere: z.boolean().optional(),
  /** 写有评议结果的，也算有这个环节。 */
  appraisal: z.boolean().optional(),
  /** 只要求设有支委会的支部；会前的支委会提到同一事项的，也算有这个环节。 */
  committee: z.boolean().optional(),
})
export type Step = z.infer<typeof Step>

export function isShown({ words }: Pick<Step, 'words'>, text: string): boolean {
  return words.some((word) => text.includes(word))
}

/** All that the records say, for words to be looked up in. */
export function wordsOf(records: readonly LedgerRecord[]): string {
  return records
    .map(wordingOf)
    .filter((wording) => wording !== '')
    .join('\n')
}

/** Fewer characters than this tell that a meeting took place, not how it went. */
const FULL_MINUTES = 40

/** Whether the record tells how the meeting went: a one-line entry leaves steps out that took place. */
export function tellsTheCourse({ minutes, agenda }: LedgerRecord): boolean {
  return (minutes?.value.length ?? 0) >= FULL_MINUTES || agenda.some(({ speeches }) => speeches.length > 0)
}

/** `“查摆问题”“整改”`. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('')
}
