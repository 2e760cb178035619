/** A fenced block of a Markdown page. */
export interface Block {
  readonly language: string
  /** The file that the block shows, where it names one. */
  readonly file: string | undefined
  readonly lines: readonly string[]
}

export function blocksOf(markdown: string): Block[] {
  const fences = markdown.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gmu)
  return Array.from(fences, ([, language = '', file, text = '']) => ({
    language,
    file,
    lines: text.trimEnd().split('\n'),
  }))
}

/** Where a page points to within the project. */
export function linksOf(markdown: string): string[] {
  return Array.from(markdown.matchAll(/\]\((?!https?:)([^)#]+)\)/gu), ([, target = '']) => target)
}
