export type {
  LectureReuse,
  Passage,
  ReuseCluster,
  ReuseDocument,
  ReuseOptions,
  ReuseResult,
  SourceMatch,
  SourceOrder,
  Span,
} from './documents.ts'
export { foldText } from './folding.ts'
export type { FindReuse } from './reuse.ts'
export { findReuse } from './reuse.ts'
