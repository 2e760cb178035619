/** Classes of content in the words that ledgers use; a mixed item bears two. */
export const CONTENT_CLASSES = ['政治学习', '党务', '行政业务', '活动', '议事', '知识技能', '其他'] as const
export type ContentClass = (typeof CONTENT_CLASSES)[number]

/** What a piece of text is about, and the words that decided. */
export interface Classification {
  readonly class: ContentClass
  /** The other half of a mixed item, each counting half. */
  readonly second?: ContentClass
  /** The deciding words as they stand in the text, weightiest first. */
  readonly words: readonly string[]
}

export type ContentClassifier = (text: string) => Classification
