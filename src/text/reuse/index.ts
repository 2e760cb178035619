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
export { foldText } from './folding.ts'
export { compareTexts, findReuse } from './reuse.ts'
