import type { Json } from '../contract.ts'
import type { Matter } from './record-content.ts'

const SHOWN = 3
const LENGTH = 24

/** `“布置消防检查”（消防检查）、“…”（…）等5项`: the matters, each with what decided. */
export function namedMatters(matters: readonly Matter[]): string {
  const named = matters
    .slice(0, SHOWN)
    .map(({ text, by }) => `“${shortened(text.value)}”${by === '' ? '' : `（${by}）`}`)
  return `${named.join('、')}${matters.length > SHOWN ? `等${matters.length}项` : ''}`
}

/** What a finding keeps of each matter. */
export function matterData(matters: readonly Matter[]): Json {
  return matters.map(({ text, class: first, second, by, source }) => ({
    text: text.value,
    class: first,
    second: second ?? null,
    by,
    source,
  }))
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  const characters = [...flat]
  return characters.length <= LENGTH ? flat : `${characters.slice(0, LENGTH - 1).join('')}…`
}
