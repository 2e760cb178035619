import { Gzip, strToU8 } from 'fflate'
import type { Result } from 'sarif'

/** Results of one run that code scanning takes; a file with more is refused as a whole. */
const MOST_RESULTS = 25_000
/** What results may come to in bytes of gzip: the file may come to 10 MB, and rules and line breaks want some of that. */
const ROOM = 8_500_000
/** Characters that come to no more than that however badly they pack. */
const NEVER_TOO_LONG = ROOM / 3
/** Results that are packed at once. */
const BATCH = 500

/** As many of the results, from the first on, as code scanning takes. */
export function acceptedResults(results: readonly Result[]): readonly Result[] {
  const first = results.slice(0, MOST_RESULTS)
  const packing = new Packing()
  for (let from = 0; from < first.length; from += BATCH) {
    packing.add(JSON.stringify(first.slice(from, from + BATCH)))
    if (packing.isFull) return first.slice(0, from)
  }
  return first
}

/** Packs texts one after another, and only once they are long enough to matter. */
class Packing {
  private readonly gzip = new Gzip({ level: 6 }, ({ length }) => {
    this.packed += length
  })
  private readonly waiting: string[] = []
  private characters = 0
  private packed = 0

  add(text: string): void {
    this.characters += text.length
    this.waiting.push(text)
    if (this.characters <= NEVER_TOO_LONG) return
    for (const one of this.waiting.splice(0)) this.gzip.push(strToU8(one))
  }

  get isFull(): boolean {
    return this.packed > ROOM
  }
}
