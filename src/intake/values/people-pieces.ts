/** A piece of a text that was not understood. */
export interface Unread {
  readonly text: string
  /** UTF-16 units from the start of the text. */
  readonly offset: number
}

/** A stretch between two separators, with the brackets that follow it. */
export interface Piece {
  text: string
  readonly offset: number
  readonly brackets: Unread[]
  /** Only a space stands before it. */
  readonly joined: boolean
}

const OPENING = '([<{'
const CLOSING = ')]>}'
const SEPARATOR = /[、,;/|\n\t。\\+&]/u
const ORDINAL = /^\s*(?:\d{1,2}[.)]|[①-⑳])\s*/u
const AND_MORE = /等(?:共)?(?:(\d+|[一二三四五六七八九十百]+)\s*[人名位个](?:党员|同志)?)?$/u

/** Cuts a list at its separators, then at spaces, into pieces that keep their brackets. */
export function runsOf(folded: string, offset: number): Piece[][] {
  return new Cutter(folded, offset).runs()
}

/** Walks a folded text once; what stands in brackets is never cut. */
class Cutter {
  private readonly folded: string
  private readonly offset: number
  private readonly cut: Piece[][] = []
  private run: Piece[] = []
  /** Where the piece at hand begins, or -1 between two pieces. */
  private start = -1
  /** Whether a bracket may still belong to the last piece. */
  private isOpen = false
  private isJoined = false

  constructor(folded: string, offset: number) {
    this.folded = folded
    this.offset = offset
  }

  runs(): Piece[][] {
    let at = 0
    while (at < this.folded.length) at = this.step(at)
    this.endRun(at)
    return this.cut
  }

  private step(at: number): number {
    const char = this.folded.charAt(at)
    if (OPENING.includes(char)) {
      this.endPiece(at)
      return this.bracket(at)
    }
    if (SEPARATOR.test(char)) {
      this.endRun(at)
    } else if (/\s/u.test(char)) {
      this.endPiece(at)
      this.isJoined = this.run.length > 0
    } else if (this.start < 0) {
      this.start = at
      this.isOpen = false
    }
    return at + 1
  }

  /** Hangs a bracket on the piece before it, and returns where it ends; an unclosed one goes to the end. */
  private bracket(at: number): number {
    const end = closingOf(this.folded, at)
    const inner = { text: this.folded.slice(at + 1, end), offset: this.offset + at + 1 }
    const last = this.isOpen ? this.run.at(-1) : undefined
    if (last !== undefined) last.brackets.push(inner)
    else this.push({ text: '', offset: this.offset + at, brackets: [inner], joined: this.isJoined })
    return end + 1
  }

  private push(piece: Piece): void {
    this.run.push(piece)
    this.isOpen = true
    this.isJoined = false
  }

  /** Takes an ordinal off the piece, and 等35人 apart. */
  private endPiece(at: number): void {
    if (this.start < 0) return
    const start = this.start + (ORDINAL.exec(this.folded.slice(this.start, at))?.[0].length ?? 0)
    const text = this.folded.slice(start, at)
    this.start = -1
    if (text === '') return
    const more = AND_MORE.exec(text)
    const end = more === null || more.index === 0 ? text.length : more.index
    this.push({ text: text.slice(0, end), offset: this.offset + start, brackets: [], joined: this.isJoined })
    if (end < text.length) {
      this.push({ text: text.slice(end), offset: this.offset + start + end, brackets: [], joined: true })
    }
  }

  private endRun(at: number): void {
    this.endPiece(at)
    if (this.run.length > 0) this.cut.push(this.run)
    this.run = []
    this.isOpen = false
    this.isJoined = false
  }
}

/** Offset of the bracket that closes the one at `start`, whatever its shape; the end of the text where none does. */
function closingOf(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (OPENING.includes(char)) depth += 1
    else if (CLOSING.includes(char)) depth -= 1
    if (depth === 0) return at
  }
  return text.length
}

const ONE_CHARACTER = /^\p{Script=Han}$/u
const LONGEST_SPLIT_NAME = 3

/** Puts names together that were spread to the width of others: `王 强`. */
export function joinSplitNames(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  let isSpread = false
  for (const piece of pieces) {
    const last = joined.at(-1)
    const isOne = ONE_CHARACTER.test(piece.text)
    if (last !== undefined && isSpread && isOne && piece.joined && last.brackets.length === 0) {
      last.text += piece.text
      last.brackets.push(...piece.brackets)
      isSpread = last.text.length < LONGEST_SPLIT_NAME
    } else {
      joined.push({ ...piece, brackets: [...piece.brackets] })
      isSpread = isOne
    }
  }
  return joined
}
