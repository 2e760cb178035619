/**
 * What Markdown, or HTML within it, would act on anywhere in a line; `$` is mathematics on GitHub, addresses and
 * mentions become links on many sites.
 */
const ACTIVE = /[\\`*_[\]{}<>&|~$#^@]|(?<=:)\/\/|(?<=\bwww)\./giu

/** What it would act on at the beginning of a line: lists, headings, rules. */
const LINE_START = /^(\s*)(?:([-+=])|(\d+)(?=[.)]))/u

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** A text of one line so that it says in Markdown what it says to a reader, and no more. */
export function escaped(text: string): string {
  return text
    .replace(ACTIVE, (found) => ENTITIES[found] ?? [...found].map((character) => `\\${character}`).join(''))
    .replace(LINE_START, (_, blanks: string, mark = '', number = '') => `${blanks}${number}\\${mark}`)
}

/** A table with one line a row; the cells are texts that are escaped here. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [line(heads), line(heads.map(() => '---')), ...rows.map((cells) => line(cells.map(escaped)))]
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
