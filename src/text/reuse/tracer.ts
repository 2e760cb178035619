import type { Chance } from './chance.ts'
import { CloseLook } from './close-look.ts'
import { Diagonals } from './diagonals.ts'
import { weight } from './evidence.ts'
import { type ExtensionScratch, extend, extensionScratch } from './extension.ts'
import { FINGERPRINT } from './fingerprints.ts'
import type { Aligned, Fragment } from './fragment.ts'
import { isPromising, runBehind } from './glance.ts'
import { Prints } from './prints.ts'
import { areKin, type Roll } from './roll.ts'
import type { SetPhrases } from './set-phrases.ts'
import type { SharedWording } from './shared-wording.ts'
import type { OpenText, Shelf } from './shelf.ts'
import { QUOTED } from './stretches.ts'
import { type TextOf, textFinder } from './text-finder.ts'
import { SEVERAL, Wording } from './wording.ts'

/** All that tracing reads. */
export interface Traceable {
  readonly shelf: Shelf
  readonly wording: SharedWording
  readonly roll: Roll
}

/** Less than this is found everywhere. Folded characters. */
const LEAST_MATCHED = 14
const LEAST_EVIDENCE = 6
/** A fragment with so much of its own settles where its stretch comes from: later holders are not asked. */
const SETTLING = 24
/** Common wording is looked at once this much of it stands in the same order in one earlier text. */
const HANGING_TOGETHER = 40
/** Of wording that several texts have so much will do, and that only from so many characters on, to save time. */
const SOME_TOGETHER = 12
const MANY_CHARACTERS = 8_000_000
const FURTHEST_APART = 120

/** Finds, for one text after another, the stretches that stand in earlier texts. */
export class Tracer {
  private readonly shelf: Shelf
  private readonly records: Uint32Array
  private readonly prints: Prints
  private readonly roll: Roll
  private readonly textOf: TextOf
  private readonly scratch: ExtensionScratch = extensionScratch()
  private readonly tried = new Diagonals()
  private readonly chains = new Diagonals()
  private readonly wording: Wording
  private readonly closeLook: CloseLook | undefined

  constructor({ shelf, wording, roll }: Traceable, phrases: SetPhrases, chance: Chance) {
    this.shelf = shelf
    this.records = wording.records
    this.prints = new Prints(shelf, wording)
    this.roll = roll
    this.textOf = textFinder(shelf.starts)
    this.wording = new Wording(shelf, this.prints, phrases, chance)
    this.closeLook = CloseLook.at(shelf)
  }

  /** Fragments in the order in which they were met; several may cover one stretch. */
  fragmentsOf(text: number): Fragment[] {
    const { records } = this
    const { starts } = this.shelf
    const begin = starts[text] as number
    const prints = this.prints.of(text)
    const fragments: Fragment[] = []
    this.tried.clear()
    this.chains.clear()
    const some = (starts[starts.length - 1] as number) > MANY_CHARACTERS ? SOME_TOGETHER : 0
    let settledTo = begin
    for (let index = 0; index < prints.count; index++) {
      const record = prints.record(index)
      if (record === 0) continue
      const here = prints.positions[index] as number
      if (here + FINGERPRINT <= settledTo) continue
      const isCommon = prints.isCommon(index)
      const demanded = isCommon ? HANGING_TOGETHER : (records[record] as number) >= SEVERAL ? some : 0
      const holders = record + 2
      const end = holders + (records[record + 1] as number)
      for (let holder = holders; holder < end; holder++) {
        const there = records[holder] as number
        if (there >= begin) break
        if (demanded > 0 && !this.hangsTogether(here, there, demanded)) continue
        const fragment = this.fragmentAt(text, here, there)
        if (fragment === undefined) continue
        fragments.push(fragment)
        if (fragment.evidence.own < SETTLING) continue
        settledTo = Math.max(settledTo, fragment.hereEnd)
        break
      }
    }
    this.closeLook?.visit(text, (here, there) => {
      if (fragments.some((one) => one.evidence.own >= SETTLING && one.here <= here && here < one.hereEnd)) return
      const fragment = this.fragmentAt(text, here, there)
      if (fragment !== undefined) fragments.push(fragment)
    })
    return fragments
  }

  /** The fragment around a fingerprint that two texts share, if there is anything to it that is not yet known. */
  private fragmentAt(text: number, here: number, there: number): Fragment | undefined {
    if (this.tried.reaches(here - there, here + FINGERPRINT)) return undefined
    const source = this.textOf(there)
    if (areKin(this.roll, text, source)) return undefined
    const { starts } = this.shelf
    const mine = this.shelf.open(text)
    const its = this.shelf.open(source)
    const before = Math.min(here - (starts[text] as number), there - (starts[source] as number))
    const behind = Math.min((starts[text + 1] as number) - here, (starts[source + 1] as number) - there) - 1
    const [at, itsAt] = [here - mine.base, there - its.base]
    const run = runBehind(mine.units, at, its.units, itsAt, behind)
    if (!isPromising(mine.units, at, its.units, itsAt, run, before, behind)) {
      this.tried.note(here - there, here + run)
      return undefined
    }
    const whole = this.aligned(text, here, source, there)
    this.tried.note(here - there, whole.hereEnd)
    const aligned = unquoted(whole, mine)
    if (aligned.hereEnd - aligned.here - aligned.edits < LEAST_MATCHED) return undefined
    const evidence = this.wording.evidence(text, aligned)
    return weight(evidence) < LEAST_EVIDENCE ? undefined : { ...aligned, evidence }
  }

  private aligned(text: number, here: number, source: number, there: number): Aligned {
    const { starts } = this.shelf
    const { scratch } = this
    const mine = this.shelf.open(text)
    const its = this.shelf.open(source)
    const [at, itsAt] = [here - mine.base, there - its.base]
    const end = (starts[text + 1] as number) - 1
    const sourceEnd = (starts[source + 1] as number) - 1
    extend(mine.units, at, its.units, itsAt, 1, end - here, sourceEnd - there, scratch)
    const hereEnd = here + scratch.here
    const thereEnd = there + scratch.there
    const { edits } = scratch
    const [before, itsBefore] = [here - (starts[text] as number), there - (starts[source] as number)]
    extend(mine.units, at, its.units, itsAt, -1, before, itsBefore, scratch)
    return {
      source,
      here: here - scratch.here,
      hereEnd,
      there: there - scratch.there,
      thereEnd,
      edits: edits + scratch.edits,
    }
  }

  /** Whether common wording stands in the same order in both texts for longer than a set phrase is. */
  private hangsTogether(here: number, there: number, demanded: number): boolean {
    return here - this.chains.chainStart(here - there, here, FURTHEST_APART) >= demanded
  }
}

/** Without the quotations that it begins or ends with. */
function unquoted(aligned: Aligned, { kinds, base }: OpenText): Aligned {
  let { here, hereEnd, there, thereEnd } = aligned
  for (; here < hereEnd && there < thereEnd && kinds[here - base] === QUOTED; here++) there += 1
  for (; here < hereEnd && there < thereEnd && kinds[hereEnd - 1 - base] === QUOTED; hereEnd--) thereEnd -= 1
  return { ...aligned, here, hereEnd, there, thereEnd }
}
