import type { Span } from './documents.ts'
import { foldInto, widthAt } from './folding.ts'
import { readStretches, type WrittenText } from './stretches.ts'

/** Texts whose way back is remembered: passages come text by text, and often from the same sources. */
const REMEMBERED = 64

interface WayBack {
  readonly given: number
  readonly text: string
  /** For each folded character, the UTF-16 offset that it came from. */
  readonly offsets: Uint32Array
}

/** Finds what folded characters stand for in texts as they are written. */
export class AsWritten {
  private readonly textOf: (given: number) => WrittenText
  private readonly remembered: (WayBack | undefined)[] = []

  /** @param textOf the text of a number in the order in which texts were given */
  constructor(textOf: (given: number) => WrittenText) {
    this.textOf = textOf
  }

  /** The stretch of a text that its folded characters from `start` up to `end` stand for, counted from its first. */
  span(given: number, start: number, end: number): Span {
    const { text, offsets } = this.wayBack(given)
    const last = offsets[end - 1] ?? text.length
    return { start: offsets[start] ?? text.length, end: last + widthAt(text, last) }
  }

  private wayBack(given: number): WayBack {
    const known = this.remembered[given % REMEMBERED]
    if (known?.given === given) return known
    const made = wayBackIn(given, this.textOf(given))
    this.remembered[given % REMEMBERED] = made
    return made
  }
}

function wayBackIn(given: number, written: WrittenText): WayBack {
  const { text } = written
  const units = new Uint16Array(text.length)
  const offsets = new Uint32Array(text.length)
  let length = 0
  for (const { from, to } of readStretches(written)) length = foldInto(units, length, text, from, to, offsets)
  return { given, text, offsets }
}
