/** What GitHub takes of one step; more is dropped as a whole. Bytes of UTF-8. */
export const LARGEST_STEP_SUMMARY = 1024 * 1024

const CUT = '\n……以下内容超过 GitHub 摘要的长度上限，未列出；全部问题见报告文件。\n'

/** A Markdown report cut at the end of a line so that it fits, with a last line that says so. */
export function cutToFit(markdown: string, room: number): string {
  if (bytesOf(markdown) <= room) return markdown
  let left = room - bytesOf(CUT)
  if (left < 0) return ''
  let end = 0
  for (const line of markdown.match(/[^\n]*\n/gu) ?? []) {
    left -= bytesOf(line)
    if (left < 0) break
    end += line.length
  }
  return markdown.slice(0, end) + CUT
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
