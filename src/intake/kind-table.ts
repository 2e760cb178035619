import type { SourceNode } from '../source/node.ts'
import { foldKey, withoutRemark } from './key-form.ts'

/** What a 类型 is read as: kinds by their canonical names. */
export interface KindReading {
  readonly kinds: readonly string[]
  /** Parts that no name fits; they are among the kinds as written. */
  readonly unknown: readonly string[]
  /** Read by the end of a longer wording (一季度支部党员大会), not by a known name. */
  readonly guessed: boolean
}

export interface KindTable {
  /** Reads a 类型, which may name several kinds (套会). */
  read(text: string): KindReading
  /** The kind that goes by this name, whole and unguessed. */
  named(text: string): string | undefined
  /** The kinds that a title tells of: `2026年第一季度党员大会`. Never one that only comes up in it. */
  toldBy(title: string): readonly string[]
  /** Whether records of this kind are entries of a register (专项台账), not meetings. */
  isRegister(kind: string): boolean
}

/** A kind that is declared elsewhere: further names that it goes by, and whether it is a register. */
export interface FurtherKind {
  readonly aliases?: readonly string[]
  readonly register?: boolean
}

export type FurtherKinds = Readonly<Record<string, FurtherKind>>

/** Builds the table from `rules/intake/kinds.yaml` and the kinds that rulebooks and the project declare. */
export function kindTable(document: SourceNode, further: FurtherKinds): KindTable {
  const names = new Map<string, string>()
  const registers = new Set<string>()
  for (const { key, value } of document.type === 'map' ? document.entries : []) {
    names.set(foldKey(key), key)
    for (const part of value.type === 'map' ? value.entries : []) {
      if (part.key === 'register') registers.add(key)
      if (part.key !== 'aliases' || part.value.type !== 'list') continue
      for (const alias of part.value.items) if (alias.type === 'scalar') names.set(foldKey(alias.text), key)
    }
  }
  for (const [kind, { aliases = [], register = false }] of Object.entries(further)) {
    if (register) registers.add(kind)
    for (const name of [kind, ...aliases]) names.set(foldKey(name), kind)
  }
  return new Kinds(names, registers)
}

/** Between two kinds of one cell, whatever stands on its sides. */
const SEPARATORS = /[、,，;；+＋/／&|\n\t ]+/u
/** These join kinds too, but stand within names as well: they divide only where every part is then a kind. */
const JOINTS = /暨|和|与|及|兼|并|套开|结合/u
/** What a title or a 类型 may put before the name of a kind. */
const LEADING =
  /^(?:\d{2,4}(?:-\d{4})?(?:年度?|学年)|[上下]半年|第?[一二三四1-4](?:季度?|学期)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:月份?|[日号])|第\d{1,3}次|第[一二三四五六七八九十]{1,3}次|本[月季年]度?|年度|专题|全体|定期|临时|召开|开展|举行|举办|组织|党员|党?支部|的|度)+/u

class Kinds implements KindTable {
  private readonly names: ReadonlyMap<string, string>
  private readonly registers: ReadonlySet<string>
  private readonly readings = new Map<string, KindReading>()

  constructor(names: ReadonlyMap<string, string>, registers: ReadonlySet<string>) {
    this.names = names
    this.registers = registers
  }

  read(text: string): KindReading {
    const known = this.readings.get(text)
    if (known !== undefined) return known
    const reading = this.readAnew(text)
    this.readings.set(text, reading)
    return reading
  }

  named(text: string): string | undefined {
    const form = foldKey(text)
    return this.names.get(form) ?? this.names.get(withoutRemark(form))
  }

  toldBy(title: string): readonly string[] {
    const [head = ''] = title.split(/[：:—]/u)
    return this.kindsIn(title)?.kinds ?? this.kindsIn(head)?.kinds ?? []
  }

  isRegister(kind: string): boolean {
    return this.registers.has(kind)
  }

  private readAnew(text: string): KindReading {
    const whole = this.kindsIn(text)
    if (whole !== undefined) return { ...whole, unknown: [] }
    const kinds = new Set<string>()
    const unknown: string[] = []
    let guessed = false
    for (const part of withoutRemark(text.trim()).split(SEPARATORS)) {
      const written = part.trim()
      if (written === '') continue
      const found = this.kindsIn(written)
      if (found === undefined) unknown.push(written)
      for (const kind of found?.kinds ?? [written]) kinds.add(kind)
      guessed ||= found?.guessed ?? false
    }
    return { kinds: [...kinds], unknown, guessed }
  }

  /** The kinds of one wording without separators; `undefined` where no name fits. */
  private kindsIn(text: string): { kinds: readonly string[]; guessed: boolean } | undefined {
    const named = this.named(text)
    if (named !== undefined) return { kinds: [named], guessed: false }
    const ending = this.endingOf(text)
    if (ending !== undefined) return { kinds: [ending], guessed: true }
    const parts = foldKey(text).split(JOINTS)
    if (parts.length < 2) return undefined
    const kinds = parts.map((part) => this.named(part))
    if (kinds.every((kind) => kind !== undefined)) return { kinds: [...new Set(kinds)], guessed: false }
    const told = parts.map((part, at) => kinds[at] ?? this.endingOf(part))
    return told.every((kind) => kind !== undefined) ? { kinds: [...new Set(told)], guessed: true } : undefined
  }

  /** The kind whose name is what remains once words of time and place are taken off: 一季度支部党员大会. */
  private endingOf(text: string): string | undefined {
    const form = withoutRemark(foldKey(text))
    const lead = LEADING.exec(form)?.[0].length ?? 0
    // From the left, for 党员 and 支部 lead some names and are part of others.
    for (let end = 1; end <= lead; end += 1) {
      const kind = this.names.get(form.slice(end))
      if (kind !== undefined) return kind
    }
    return undefined
  }
}
