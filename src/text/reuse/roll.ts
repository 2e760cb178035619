import { nameNumber } from '../name-number.ts'
import { type Allocate, plainMemory } from './growing.ts'

/** What a text is: looked into, or looked into for others only. */
export type Role = 'lecture' | 'corpus' | 'issued'

export const LECTURE = 0
export const CORPUS = 1
export const ISSUED = 2
const NUMBERS: Readonly<Record<Role, number>> = { lecture: LECTURE, corpus: CORPUS, issued: ISSUED }

/** What comparing needs to know of a text beside its wording. */
export interface RollEntry {
  readonly role: Role
  readonly group: string
  readonly date?: string | undefined
  readonly kin?: readonly string[] | undefined
}

/**
 * All texts in the order of their dates: what is no lecture first, what has no date last. Names stand as numbers, in
 * plain arrays, for there may be a million texts, and several threads that look.
 */
export interface Roll {
  /** The number of each text in the order in which the texts were given. */
  readonly given: Uint32Array
  /** `LECTURE`, `CORPUS` or `ISSUED`. */
  readonly roles: Uint8Array
  /** 20260312; `NO_DAY` where there is none. */
  readonly days: Uint32Array
  readonly groups: Float64Array
  /** What texts that are given together have in common: `labels[firstLabels[text], firstLabels[text + 1])`. */
  readonly firstLabels: Uint32Array
  readonly labels: Float64Array
}

export const NO_DAY = 0x1ffffff
/** For the place of a text in the order given: so many texts there may be. */
const PLACES = 2 ** 27

/** Takes down texts as they come. */
export class RollCall {
  /** One number by which texts sort: role, day, place in the order given. */
  private readonly keys: number[] = []
  private readonly roles: number[] = []
  private readonly groups: number[] = []
  private readonly firstLabels: number[] = [0]
  private readonly labels: number[] = []

  add({ role, group, date, kin = [] }: RollEntry): void {
    const day = date === undefined ? NO_DAY : Number(date.replaceAll('-', ''))
    const rank = role === 'lecture' ? NO_DAY + 1 : 0
    this.keys.push((rank + day) * PLACES + this.keys.length)
    this.roles.push(NUMBERS[role])
    this.groups.push(nameNumber(group))
    for (const label of kin) this.labels.push(nameNumber(label))
    this.firstLabels.push(this.labels.length)
  }

  inOrder(allocate: Allocate = plainMemory): Roll {
    const count = this.keys.length
    const sorted = Float64Array.from(this.keys).sort()
    const roll = {
      given: new Uint32Array(allocate(4 * count)),
      roles: new Uint8Array(allocate(count)),
      days: new Uint32Array(allocate(4 * count)),
      groups: new Float64Array(allocate(8 * count)),
      firstLabels: new Uint32Array(allocate(4 * (count + 1))),
      labels: new Float64Array(allocate(8 * this.labels.length)),
    }
    let label = 0
    for (const [text, key] of sorted.entries()) {
      const given = key % PLACES
      roll.given[text] = given
      roll.roles[text] = this.roles[given] as number
      roll.days[text] = Math.floor(key / PLACES) & NO_DAY
      roll.groups[text] = this.groups[given] as number
      for (let own = this.firstLabels[given] as number; own < (this.firstLabels[given + 1] as number); own++) {
        roll.labels[label++] = this.labels[own] as number
      }
      roll.firstLabels[text + 1] = label
    }
    return roll
  }
}

/** Whether neither of two texts is held against the other. */
export function areKin({ groups, days, firstLabels, labels }: Roll, text: number, other: number): boolean {
  if (groups[text] === groups[other]) return days[text] !== NO_DAY && days[text] === days[other]
  for (let mine = firstLabels[text] as number; mine < (firstLabels[text + 1] as number); mine++) {
    for (let its = firstLabels[other] as number; its < (firstLabels[other + 1] as number); its++) {
      if (labels[mine] === labels[its]) return true
    }
  }
  return false
}
