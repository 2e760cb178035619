import type { Evidence } from './evidence.ts'

/** A stretch of one text aligned with a stretch of an earlier one; indices into the shelf's `units`. */
export interface Fragment {
  readonly source: number
  readonly here: number
  readonly hereEnd: number
  readonly there: number
  readonly thereEnd: number
  readonly edits: number
  readonly evidence: Evidence
}

/** A stretch of a text and where it stands in a source. */
export type Aligned = Omit<Fragment, 'evidence'>
