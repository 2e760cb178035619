import { fold } from './fold.ts'
import { readWhole } from './numbers.ts'
import { isOffice, isReason, looksLikeName, nameOf } from './person-words.ts'

/** A person as a list names them. */
export interface PersonMark {
  readonly name: string
  /** What stands beside the name: a reason, an office, 列席. */
  readonly marks: readonly string[]
  /** UTF-16 units from the start of the text to the name. */
  readonly offset: number
}

/** A piece of a text that was not understood. */
export interface Unread {
  readonly text: string
  /** UTF-16 units from the start of the text. */
  readonly offset: number
}

/** All that a list of people says. */
export interface PeopleReading {
  readonly people: readonly PersonMark[]
  /** `等35人`, `共35人`. */
  readonly count?: number
  /** What is neither name nor mark nor count, such as 各科室负责人. */
  readonly unread: readonly Unread[]
}

/** The people that a text names, with what stands beside each name: `李四(请假)[出差]`, `书记 王建国`, `张三、孙七`. */
export function readPeople(text: string): PersonMark[] {
  return [...readPeopleList(text).people]
}

/** The same with the number and with what could not be read. */
export function readPeopleList(text: string): PeopleReading {
  const folded = fold(text)
  if (isNobody(folded)) return { people: [], unread: [] }
  return new ListReader().read(folded, 0, undefined).result()
}

const NOBODY =
  /^(?:无|没有|暂无|空|零|0人?|[-/\\]+|[Nn]\/?[Aa]|(?:(?:本次)?(?:会议)?(?:无|没有)(?:人员?|党员)?(?:缺席|缺勤|请假|列席|未到|迟到)?(?:人员|情况|者)?)|(?:应到)?(?:人员|党员)?(?:全体|全部|全员|均|都)(?:人员|党员|同志)*(?:均|都|已|按时|准时)*(?:到会|到齐|参会|参加|出席|到场)?|全勤|满勤)$/u

/** Whether the text says that there is nobody to name: 无, —, /, 全体到会, 无人缺席. */
export function isNobody(text: string): boolean {
  return NOBODY.test(fold(text).replace(/[\s。.,;]/gu, ''))
}

/** A stretch between two separators, with the brackets that follow it. */
interface Piece {
  text: string
  readonly offset: number
  readonly brackets: Unread[]
  /** Only a space stands before it. */
  readonly joined: boolean
}

const OPENING = '([<{'
const CLOSING = ')]>}'
const SEPARATOR = /[、,;/|\n\t。\\+&]/u
const LABEL = /^([^:]{1,16}):(.*)$/su
const COUNT_IN_LABEL = /[:]?\s*\d+\s*[人名位]?$/u
const ORDINAL = /^\s*(?:\d{1,2}[.)]|[①-⑳])\s*/u
const AND_MORE = /等(?:共)?(?:(\d+|[一二三四五六七八九十百]+)\s*[人名位个](?:党员|同志)?)?$/u

class ListReader {
  private readonly people: PersonMark[] = []
  private readonly unread: Unread[] = []
  private count: number | undefined
  private label: string | undefined
  /** Where the run of names begins that a reason behind the last of them holds for. */
  private runStart = 0

  result(): PeopleReading {
    const { people, unread, count } = this
    return count === undefined ? { people, unread } : { people, count, unread }
  }

  read(folded: string, offset: number, label: string | undefined): this {
    this.label = label
    for (const run of runsOf(folded, offset)) this.run(run)
    return this
  }

  /** Pieces with nothing but spaces between them. */
  private run(run: Piece[]): void {
    const pieces = joinSplitNames(run.flatMap((piece) => this.withoutLabel(piece)))
    const officesFirst = isOffice(pieces[0]?.text ?? '')
    let waiting: Piece[] = []
    for (const piece of pieces) {
      const last = this.people.at(-1)
      const behindName = piece.joined && last !== undefined && waiting.length === 0 && piece !== pieces[0]
      if (behindName && (isReason(piece.text) || (isOffice(piece.text) && !officesFirst))) {
        this.mark(last, piece)
      } else if (this.isNamed(piece, waiting)) {
        waiting = []
      } else if (!this.isCounted(piece)) {
        waiting.push(piece)
      }
    }
    for (const { text, offset } of waiting) this.leave(text, offset)
  }

  /** Takes `请假：` off and lets it hold for the names that follow; `张三：出差` is a name with its reason. */
  private withoutLabel(piece: Piece): Piece[] {
    const [, before, after] = LABEL.exec(piece.text) ?? []
    if (before === undefined || after === undefined) return [piece]
    const name = nameOf(before.trim())
    if (name && !name.mark && (isReason(after.trim()) || after.trim() === '') && !isReason(before)) {
      return [{ ...piece, text: before.trim(), brackets: [{ text: after.trim(), offset: 0 }, ...piece.brackets] }]
    }
    this.label = before.replace(COUNT_IN_LABEL, '').trim()
    this.runStart = this.people.length
    const skipped = piece.text.length - after.trimStart().length
    return after.trim() === '' && piece.brackets.length === 0
      ? []
      : [{ ...piece, text: after.trim(), offset: piece.offset + skipped }]
  }

  private isNamed(piece: Piece, waiting: readonly Piece[]): boolean {
    const found = isOffice(piece.text) && piece.text.length > 3 ? undefined : nameOf(piece.text)
    if (found === undefined) return this.isNested(piece)
    if (isOffice(piece.text) && piece.text.length <= 3 && !looksLikeName(piece.text)) return false
    const marks = [...waiting.map(({ text }) => text), ...(found.mark ? [found.mark] : [])]
    if (found.reason) this.markRun(found.mark ?? '')
    this.add(found.name, marks, piece, piece.offset + found.offset)
    return true
  }

  private add(name: string, marks: readonly string[], piece: Piece, offset: number): void {
    const beside = piece.brackets.map(({ text }) => text.trim()).filter((text) => text !== '')
    const label = this.label === undefined ? [] : [this.label]
    this.people.push({ name, marks: [...label, ...marks, ...beside], offset })
  }

  /** `2人（张三、李四）`, `请假（张三）`: the names stand in the brackets. */
  private isNested({ text, brackets }: Piece): boolean {
    const [first, ...rest] = brackets
    const word = text.replace(COUNT_IN_LABEL, '').trim()
    if (first === undefined || rest.length > 0 || (word !== '' && !isReason(word))) return false
    const inner = new ListReader().read(first.text, first.offset, word === '' ? this.label : word).result()
    if (inner.people.length === 0) return false
    this.people.push(...inner.people)
    this.unread.push(...inner.unread)
    this.count = readWhole(text.slice(word.length)) ?? inner.count ?? this.count
    return true
  }

  private isCounted({ text }: Piece): boolean {
    const number = readWhole(text.replace(/^(?:等|以上|上述)/u, ''))
    if (number === undefined) return /^(?:等|及|和|与)$/u.test(text) || text === ''
    if (/[人名位]/u.test(text)) this.count = number
    return true
  }

  private mark(person: PersonMark, piece: Piece): void {
    const marks = [piece.text.replace(/^[均都皆]/u, ''), ...piece.brackets.map(({ text }) => text)]
    this.people[this.people.length - 1] = { ...person, marks: [...person.marks, ...marks] }
  }

  /** 张三、李四因病请假: the reason behind the last of a run holds for those before that have none of their own. */
  private markRun(reason: string): void {
    for (let at = this.people.length - 1; at >= this.runStart; at -= 1) {
      const person = this.people[at]
      if (person === undefined || person.marks.some((mark) => mark !== this.label)) break
      this.people[at] = { ...person, marks: [...person.marks, reason] }
    }
  }

  private leave(text: string, offset: number): void {
    if (!isNobody(text)) this.unread.push({ text, offset })
  }
}

/** Cuts a list at its separators, then at spaces, into pieces that keep their brackets. */
function runsOf(folded: string, offset: number): Piece[][] {
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
function joinSplitNames(pieces: readonly Piece[]): Piece[] {
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
