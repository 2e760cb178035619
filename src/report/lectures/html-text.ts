const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

/** A text so that a page shows it as it is, between tags and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[<>&"]/gu, (found) => ENTITIES[found] ?? found)
}

/** The same between tags, where no line may break within a date. */
export function prose(text: string): string {
  return escaped(text).replace(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu, '<span class="keep">$&</span>')
}

/** A section with its heading; nothing where it holds nothing. */
export function section(id: string, heading: string, parts: readonly string[]): string {
  if (parts.length === 0) return ''
  return `<section>\n<h2 id="${id}">${escaped(heading)}</h2>\n${parts.join('\n')}\n</section>`
}

/**
 * A table that scrolls by itself where it is wider than the page. The cells are HTML; the first of a row is its head.
 *
 * @param label names it for whoever reaches it by the keyboard
 */
export function table(label: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')
  const body = rows.map(([first = '', ...others]) => {
    const cells = others.map((cell) => `<td>${cell}</td>`)
    return `<tr><th scope="row">${first}</th>${cells.join('')}</tr>`
  })
  return `<div class="scroll" role="region" aria-label="${escaped(label)}" tabindex="0">
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`
}

export function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
}
