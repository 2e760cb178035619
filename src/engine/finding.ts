import * as z from 'zod'
import type { Json } from '../checks/contract.ts'
import { Basis, NATURES, SEVERITIES } from '../rulebook/schema.ts'
import { Evidence } from '../source/place.ts'

export const VERDICT_OUTCOMES = ['pass', 'fail', 'not-due', 'not-applicable', 'exempt', 'not-evaluated'] as const
export type VerdictOutcome = (typeof VERDICT_OUTCOMES)[number]

/** One for each branch and rule in force. */
export const Verdict = z.strictObject({
  rule: z.string(),
  outcome: z.enum(VERDICT_OUTCOMES),
  reason: z.string().optional(),
})
export type Verdict = z.infer<typeof Verdict>

export const Finding = z.strictObject({
  /** Made of rule, branch and subject: the same however the ledger is ordered. */
  id: z.string(),
  rule: z.string(),
  nature: z.enum(NATURES),
  severity: z.enum(SEVERITIES),
  subject: z.string(),
  message: z.string(),
  basis: z.array(Basis),
  remedy: z.string(),
  dueDate: z.string(),
  evidence: z.array(Evidence),
  // What checks give is read-only, which zod's own type of JSON is not.
  data: z.record(z.string(), z.json() as z.ZodType<Json>),
})
export type Finding = z.infer<typeof Finding>

/** What scoring took off for one rule, so that anybody can add it up again. */
export const Deduction = z.strictObject({
  rule: z.string(),
  findings: z.int(),
  points: z.number(),
})
export type Deduction = z.infer<typeof Deduction>

/** What tells one finding from another. */
export type FindingRef = Pick<Finding, 'id' | 'rule' | 'subject'>
