export { compareTexts } from './compare-texts.ts'
export type {
  ComparedTexts,
  CompareTexts,
  Comparison,
  GivenText,
  TextCluster,
  TextMatch,
  TextReuse,
} from './comparison.ts'
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
export { findReuse } from './find-reuse.ts'
export { foldText } from './folding.ts'
