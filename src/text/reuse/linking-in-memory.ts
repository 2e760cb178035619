import { Fingerprinting } from './fingerprints.ts'
import type { Allocate } from './growing.ts'
import { type LinkTask, linkFingerprints, recordRoom } from './linking.ts'
import type { WordingByText } from './shared-wording.ts'

/** Texts, and room for the fingerprints of all of them: as many as there are characters, at the most. */
interface FingerprintTask {
  readonly units: Uint16Array
  readonly starts: Uint32Array
  readonly hashes: Uint32Array
  readonly positions: Uint32Array
  /** Of each text, where its fingerprints begin, and how many there are. */
  readonly begins: Uint32Array
  readonly counts: Uint32Array
}

/** A step that several workers can do together, each its part. Plain arrays, so that threads can share them. */
export type Step = { readonly make: FingerprintTask } | { readonly link: LinkTask }

export function doStep(step: Step, part = 0, parts = 1): void {
  if ('link' in step) linkFingerprints(step.link, part, parts)
  else makeFingerprints(step.make, part, parts)
}

/** Links texts that stand in memory. `doAll` does a step, all its parts. */
export function linkInMemory(
  units: Uint16Array,
  starts: Uint32Array,
  allocate: Allocate,
  doAll: (step: Step) => void = (step) => doStep(step),
): WordingByText {
  const texts = starts.length - 1
  const numbers = (length: number) => new Uint32Array(allocate(4 * length))
  const room = { hashes: numbers(units.length), positions: numbers(units.length) }
  const made = { units, starts, ...room, begins: numbers(texts), counts: numbers(texts) }
  doAll({ make: made })
  const firsts = movedTogether(made, numbers(texts + 1))
  const count = firsts[texts] as number
  const fingerprints = { hashes: room.hashes.subarray(0, count), positions: room.positions.subarray(0, count) }
  const [records, links] = [numbers(recordRoom(count)), numbers(count)]
  doAll({ link: { fingerprints, starts, records, links } })
  return { records, links, firsts, positions: fingerprints.positions }
}

/** Those of the texts that fall to a part, one behind the other from where the first of these begins. */
function makeFingerprints(task: FingerprintTask, part: number, parts: number): void {
  const { units, starts, hashes, positions, begins, counts } = task
  const fingerprinting = new Fingerprinting()
  const isMine = (start: number) => Math.floor((start * parts) / units.length) === part
  let end: number | undefined
  for (let text = 0; text + 1 < starts.length; text++) {
    const start = starts[text] as number
    if (!isMine(start)) continue
    end ??= start
    const made = fingerprinting.of(units.subarray(start, (starts[text + 1] as number) - 1), start)
    hashes.set(made.hashes, end)
    positions.set(made.positions, end)
    begins[text] = end
    counts[text] = made.hashes.length
    end += made.hashes.length
  }
}

/** Moves the fingerprints of all texts one behind the other, and returns where those of each begin. */
function movedTogether({ hashes, positions, begins, counts }: FingerprintTask, firsts: Uint32Array): Uint32Array {
  let end = 0
  for (let text = 0; text < counts.length; text++) {
    const begin = begins[text] as number
    const behind = begin + (counts[text] as number)
    hashes.copyWithin(end, begin, behind)
    positions.copyWithin(end, begin, behind)
    firsts[text] = end
    end += behind - begin
  }
  firsts[counts.length] = end
  return firsts
}
