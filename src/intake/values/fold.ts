/**
 * Brings full-width digits, letters and punctuation, odd spaces and the many dashes to their plain forms, one UTF-16
 * unit for one, so that an offset in the folded text is an offset in the text as written.
 * Circled numbers stay: they mark items.
 */
export function fold(text: string): string {
  return PLAIN.test(text) ? text : text.replace(ODD, foldUnit)
}

/** Folded, without any space or invisible character: for values in which spacing means nothing. */
export function compact(text: string): string {
  return fold(text).replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '')
}

const PLAIN = /^[\n -~一-鿿、。]*$/u
const ODD = /[^\n -~一-鿿、。]/gu
const CIRCLED = /[①-⓿❶-➓]/u

const LOOKALIKES: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '─': '-',
  '━': '-',
  '−': '-',
  '〜': '~',
  '∼': '~',
  '∶': ':',
  '︰': ':',
  '【': '[',
  '〔': '[',
  '〖': '[',
  '】': ']',
  '〕': ']',
  '〗': ']',
  '｡': '。',
  '○': '〇',
  '◯': '〇',
  '\r': '\n',
}

const folded = new Map<string, string>(Object.entries(LOOKALIKES))

function foldUnit(unit: string): string {
  const known = folded.get(unit)
  if (known !== undefined) return known
  const normal = CIRCLED.test(unit) ? unit : unit.normalize('NFKC')
  const result = normal.length === unit.length ? normal : unit
  folded.set(unit, result)
  return result
}
