import * as z from 'zod'
import { Evidence } from './place.ts'

export const PROBLEM_SEVERITIES = ['error', 'warning', 'info'] as const

/**
 * Something that reading a file ran into: `error` something was lost, `warning` a field was lost,
 * `info` something was guessed or passed over. The message says what was found, what was expected and what to do.
 */
export const Problem = z.strictObject({
  code: z.string(),
  severity: z.enum(PROBLEM_SEVERITIES),
  message: z.string(),
  evidence: z.array(Evidence),
})
export type Problem = Readonly<z.infer<typeof Problem>>
