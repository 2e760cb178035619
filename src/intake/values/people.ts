import { fold } from './fold.ts'
import { memoised } from './memo.ts'
import { readWhole } from './numbers.ts'
import { joinSplitNames, type Piece, runsOf, type Unread } from './people-pieces.ts'
import { isBareOffice, isOffice, isReason, nameOf } from './person-words.ts'
import { beginsWithSurname } from './surnames.ts'

/** A person as a list names them. */
export interface PersonMark {
  readonly name: string
  /** What stands beside the name: a reason, an office, 列席. */
  readonly marks: readonly string[]
  /** UTF-16 units from the start of the text to the name. */
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

/** Reads a list such as `李四(请假)[出差]`, `书记 王建国`, `张三、孙七等35人`, with what of it could not be read. */
export const readPeopleList = memoised((text: string): PeopleReading => {
  const folded = fold(text)
  if (isNobody(folded)) return { people: [], unread: [] }
  return new ListReader().read(folded, 0, undefined).result()
})

const NOBODY =
  /^(?:无|没有|暂无|空|零|0人?|[-/\\]+|[Nn]\/?[Aa]|(?:(?:本次)?(?:会议)?(?:无|没有)(?:人员?|党员)?(?:缺席|缺勤|请假|列席|未到|迟到)?(?:人员|情况|者)?)|(?:应到)?(?:人员|党员)?(?:全体|全部|全员|均|都)(?:人员|党员|同志)*(?:均|都|已|按时|准时)*(?:到会|到齐|参会|参加|出席|到场)?|全勤|满勤)$/u

/** Whether the text says that there is nobody to name: 无, —, /, 全体到会, 无人缺席. */
export function isNobody(text: string): boolean {
  return NOBODY.test(fold(text).replace(/[\s。.,;]/gu, ''))
}

const LABEL = /^([^:]{1,16}):(.*)$/su
const COUNT_IN_LABEL = /[:]?\s*\d+\s*[人名位]?$/u

/** 张三、李四（均出差）: the reason holds for all of them. */
const OF_ALL = /^[均都皆](?=.)/u

/** Brackets within brackets, deeper than anybody writes names. */
const MAX_DEPTH = 5

class ListReader {
  private readonly people: PersonMark[] = []
  private readonly unread: Unread[] = []
  private count: number | undefined
  private label: string | undefined
  /** Where the run of names begins that a reason behind the last of them holds for. */
  private runStart = 0
  private readonly depth: number

  constructor(depth = 0) {
    this.depth = depth
  }

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
    if (this.isReasonBehind(pieces)) return
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

  /** 张三，出差；李四，生病: a reason alone between two separators is that of who was named last. */
  private isReasonBehind([piece, second]: readonly Piece[]): boolean {
    if (piece === undefined || second !== undefined || piece.brackets.length > 0 || this.people.length === 0)
      return false
    if (!isReason(piece.text) || beginsWithSurname(piece.text)) return false
    this.markRun(piece.text.replace(OF_ALL, ''))
    return true
  }

  /** Takes `请假：` off and lets it hold for the names that follow; `张三：出差` and `张三请假：出差` are a name with its reason. */
  private withoutLabel(piece: Piece): Piece[] {
    const [, before, after] = LABEL.exec(piece.text) ?? []
    if (before === undefined || after === undefined) return [piece]
    const name = nameOf(before.trim())
    if (name && (!name.mark || name.reason) && (isReason(after.trim()) || after.trim() === '') && !isReason(before)) {
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
    if (isBareOffice(piece.text)) return false
    const found = nameOf(piece.text)
    if (found === undefined || isOfficeRather(piece.text, found.name)) return this.isNested(piece)
    const marks = [...waiting.map(({ text }) => text), ...(found.mark ? [found.mark] : [])]
    if (found.reason) this.markRun(found.mark ?? '')
    this.add(found.name, marks, piece, piece.offset + found.offset)
    return true
  }

  private add(name: string, marks: readonly string[], piece: Piece, offset: number): void {
    const beside = piece.brackets.map(({ text }) => text.trim()).filter((text) => text !== '')
    const label = this.label === undefined ? [] : [this.label]
    const [reason = ''] = beside
    if (OF_ALL.test(reason)) this.markRun(reason.replace(OF_ALL, ''))
    this.people.push({ name, marks: [...label, ...marks, ...beside.map((mark) => mark.replace(OF_ALL, ''))], offset })
  }

  /** `2人（张三、李四）`, `请假（张三）`: the names stand in the brackets. */
  private isNested({ text, brackets }: Piece): boolean {
    const [first, ...rest] = brackets
    const word = text.replace(COUNT_IN_LABEL, '').trim()
    if (first === undefined || rest.length > 0 || (word !== '' && !isReason(word))) return false
    if (this.depth === MAX_DEPTH) return false
    const inner = new ListReader(this.depth + 1)
      .read(first.text, first.offset, word === '' ? this.label : word)
      .result()
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
    const marks = [piece.text.replace(OF_ALL, ''), ...piece.brackets.map(({ text }) => text)]
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

const SHORTEST_NAME_WITH_OFFICE = 3

/** 宣传委员 and 高校教师 begin with what may be surnames; 王建国书记 and 张三同志 name somebody. */
function isOfficeRather(text: string, name: string): boolean {
  if (!isOffice(text) || text.endsWith('同志')) return false
  return text.length > SHORTEST_NAME_WITH_OFFICE && name.length < SHORTEST_NAME_WITH_OFFICE
}
