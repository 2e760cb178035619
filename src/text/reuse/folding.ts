import { SIMPLIFIED_PAIRS } from './simplified.ts'

/** What a unit folds to where it counts for nothing: punctuation, spaces, digits, invisible characters. */
export const DROPPED = 0

const NOT_YET_FOLDED = 0xffff
const LETTER = /\p{L}/u
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u
const MARKS = /\p{M}/gu

/** Fills up with the characters met: all 65,536 at once would cost more than a small ledger takes to check. */
const table = new Uint16Array(0x10000).fill(NOT_YET_FOLDED)

/**
 * Folds the text from one UTF-16 offset up to another into `units`, from index `at` on: NFKC, lower case, traditional
 * to simplified, letters only. A unit in gives at most one unit out, so `units` needs no more room than the text has,
 * and what expands (㈱, ﬁ) is known by its first letter.
 *
 * @param positions receives, for each folded unit, the offset that it came from
 * @returns the index behind the last unit written
 */
export function foldInto(
  units: Uint16Array,
  at: number,
  text: string,
  from: number,
  to: number,
  positions?: Uint32Array,
): number {
  let end = at
  for (let offset = from; offset < to; offset++) {
    const unit = text.charCodeAt(offset)
    let folded = table[unit] ?? DROPPED
    if (folded === NOT_YET_FOLDED) {
      if (isLead(unit) && isTrail(text.charCodeAt(offset + 1)) && offset + 1 < to) {
        end = foldPair(units, end, text, offset, positions)
        offset += 1
        continue
      }
      folded = foldUnit(unit)
      if (!isLead(unit)) table[unit] = folded
    }
    if (folded === DROPPED) continue
    if (positions !== undefined) positions[end] = offset
    units[end++] = folded
  }
  return end
}

/** The folded text as a string, for phrases and for people who want to see it. */
export function foldText(text: string): string {
  const units = new Uint16Array(text.length)
  const length = foldInto(units, 0, text, 0, text.length)
  let folded = ''
  for (let at = 0; at < length; at++) folded += String.fromCharCode(units[at] ?? DROPPED)
  return folded
}

/** UTF-16 units of the character at an offset: 2 for a surrogate pair. */
export function widthAt(text: string, offset: number): number {
  return isLead(text.charCodeAt(offset)) && isTrail(text.charCodeAt(offset + 1)) ? 2 : 1
}

/** A pair that stands for a plain character (𝐀, a compatibility ideograph) folds to it; rare Han keeps both its halves. */
function foldPair(units: Uint16Array, at: number, text: string, offset: number, positions?: Uint32Array): number {
  const folded = simplified(text.slice(offset, offset + 2))
  for (let half = 0; half < folded.length; half++) {
    if (positions !== undefined) positions[at + half] = offset
    units[at + half] = folded.charCodeAt(half)
  }
  return at + folded.length
}

/** Half a pair by itself is no character. */
function foldUnit(unit: number): number {
  if (isLead(unit) || isTrail(unit)) return DROPPED
  if (unit >= FIRST_HAN && unit <= LAST_HAN) return hanFolded(unit)
  const folded = simplified(String.fromCharCode(unit))
  return folded.length === 1 ? folded.charCodeAt(0) : DROPPED
}

/** The first letter that a character comes down to, or nothing. */
function simplified(character: string): string {
  if (INVISIBLE.test(character)) return ''
  const plain = character.normalize('NFKC').toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC')
  const letter = [...plain].find((one) => LETTER.test(one)) ?? ''
  return toSimplified().get(letter) ?? letter
}

/** Han letters that no normalisation touches: nearly all that is met. */
const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff

function hanFolded(unit: number): number {
  const plain = toSimplified().get(String.fromCharCode(unit))
  return plain === undefined ? unit : plain.charCodeAt(0)
}

let simplifiedForms: Map<string, string> | undefined

function toSimplified(): Map<string, string> {
  if (simplifiedForms !== undefined) return simplifiedForms
  simplifiedForms = new Map()
  for (let at = 0; at < SIMPLIFIED_PAIRS.length; at += 2) {
    simplifiedForms.set(SIMPLIFIED_PAIRS.charAt(at), SIMPLIFIED_PAIRS.charAt(at + 1))
  }
  return simplifiedForms
}

function isLead(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}

function isTrail(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00
}
