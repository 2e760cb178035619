import type { ReuseDocument } from './documents.ts'

/** Which texts are given together. Plain arrays, so that threads can share them. */
export interface Kinship {
  /** For each text the number of its group, and of its day (0 where it has none). */
  readonly groups: Uint32Array
  readonly days: Uint32Array
  /** The labels of a text are `labels[first[text], first[text + 1])`. */
  readonly first: Uint32Array
  readonly labels: Uint32Array
}

export function kinshipOf(ordered: readonly ReuseDocument[]): Kinship {
  const groups = numbering()
  const days = numbering()
  const names = numbering()
  const labels: number[] = []
  const first = new Uint32Array(ordered.length + 1)
  for (const [text, { kin = [] }] of ordered.entries()) {
    first[text] = labels.length
    labels.push(...kin.map(names))
  }
  first[ordered.length] = labels.length
  return {
    groups: Uint32Array.from(ordered, ({ group }) => groups(group)),
    days: Uint32Array.from(ordered, ({ date }) => (date === undefined ? 0 : days(date))),
    first,
    labels: Uint32Array.from(labels),
  }
}

/** Whether neither of two texts is held against the other. */
export function areKin({ groups, days, first, labels }: Kinship, text: number, other: number): boolean {
  if (groups[text] === groups[other]) return days[text] !== 0 && days[text] === days[other]
  for (let mine = first[text] as number; mine < (first[text + 1] as number); mine++) {
    for (let its = first[other] as number; its < (first[other + 1] as number); its++) {
      if (labels[mine] === labels[its]) return true
    }
  }
  return false
}

/** Numbers in place of names, from 1 on. */
function numbering(): (name: string) => number {
  const numbers = new Map<string, number>()
  return (name) => {
    const number = numbers.get(name) ?? numbers.size + 1
    numbers.set(name, number)
    return number
  }
}
