import type { Paint } from './palette.ts'
import { displayWidth } from './width.ts'
import { wrap } from './wrap.ts'

/** Narrower than this nothing can be set, and the text runs over the edge instead. */
const NARROWEST = 8

/**
 * Lines of a text that begins behind `lead`, its further lines set below its first. The paint is for the text and is
 * put on after it was measured.
 */
export function hanging(lead: string, text: string, width: number, paint?: Paint): string[] {
  const indent = displayWidth(lead)
  return wrap(text, Math.max(NARROWEST, width - indent)).map((line, index) => {
    const painted = paint === undefined || line === '' ? line : paint(line)
    return (index === 0 ? lead : ' '.repeat(indent)) + painted
  })
}

/** A lead that is painted: measured before, painted after. */
export function labelled(indent: string, label: string, text: string, width: number, paint: Paint): string[] {
  const [first = '', ...rest] = hanging(indent + label, text, width)
  return [indent + paint(label) + first.slice(indent.length + label.length), ...rest]
}
