import * as z from 'zod'
import { Deduction, Finding, Verdict } from '../engine/finding.ts'
import { RectificationItem } from '../rectification/schema.ts'
import { Basis, NATURES, SEVERITIES } from '../rulebook/schema.ts'
import { Problem } from '../source/problem.ts'

export const BranchReport = z.strictObject({
  id: z.string(),
  name: z.string(),
  scene: z.string().nullable(),
  score: z.number().nullable(),
  grade: z.string().nullable(),
  deductions: z.array(Deduction),
  /** What was handed in: files, how many records of each kind, the months of the period with none. */
  handedIn: z.strictObject({
    files: z.array(z.string()),
    records: z.int(),
    kinds: z.array(z.strictObject({ kind: z.string(), records: z.int() })),
    monthsWithout: z.array(z.string()),
  }),
  verdicts: z.array(Verdict),
  findings: z.array(Finding),
})
export type BranchReport = z.infer<typeof BranchReport>

/** What a reader of the report needs to know of a rule, so that no format has to know rules by name. */
export const RuleSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  nature: z.enum(NATURES),
  /** The gravest that it gives. */
  severity: z.enum(SEVERITIES),
  /** How it is judged, in plain words. */
  judged: z.string(),
  basis: z.array(Basis),
  remedy: z.string(),
})
export type RuleSummary = z.infer<typeof RuleSummary>

const Tally = z.strictObject({ error: z.int(), warning: z.int(), info: z.int() })

export const Report = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('taizhang'), version: z.string() }),
  asOf: z.string(),
  period: z.strictObject({ from: z.string(), to: z.string() }),
  summary: z.strictObject({
    branches: z.int(),
    records: z.int(),
    findings: Tally,
    intake: z.strictObject({
      files: z.int(),
      rows: z.int(),
      records: z.int(),
      rejected: z.int(),
    }),
  }),
  /** The rules in force, in the order of their ids. */
  rules: z.array(RuleSummary),
  branches: z.array(BranchReport),
  rectification: z.array(RectificationItem),
  exempted: z.array(
    z.strictObject({
      branch: z.string(),
      rule: z.string(),
      subject: z.string(),
      reason: z.string(),
      approver: z.string(),
      document: z.string(),
      until: z.string(),
    }),
  ),
  /** How the findings stand against the baseline, where there is one: those it knows are not in this report. */
  baseline: z.strictObject({ known: z.int(), mended: z.int() }).optional(),
  intake: z.array(Problem),
  /** Checks that broke down; what they would have judged is not-evaluated. */
  crashes: z.array(z.strictObject({ rule: z.string(), branch: z.string(), message: z.string() })),
})
export type Report = z.infer<typeof Report>
