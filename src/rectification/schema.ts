import * as z from 'zod'

export const RECTIFICATION_STATES = ['待整改', '待核实'] as const

/** One task of the rectification list (整改清单). */
export const RectificationItem = z.strictObject({
  no: z.int(),
  /** The id of the finding. */
  finding: z.string(),
  branch: z.string(),
  problem: z.string(),
  basis: z.string(),
  measure: z.string(),
  /** Who sees to it; people fill it in. */
  owner: z.string().nullable(),
  dueDate: z.string(),
  state: z.enum(RECTIFICATION_STATES),
})
export type RectificationItem = z.infer<typeof RectificationItem>
