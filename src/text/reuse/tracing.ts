import { Chance } from './chance.ts'
import type { ReuseOptions } from './documents.ts'
import type { Fragment } from './fragment.ts'
import { passagesOf } from './passages.ts'
import { LECTURE } from './roll.ts'
import { setPhrases } from './set-phrases.ts'
import { type Traceable, Tracer } from './tracer.ts'

/** Traces the texts from one up to another: the passages of those that have any. */
export type Trace = (from: number, to: number) => [text: number, passages: Fragment[]][]

export function tracer(traceable: Traceable, { setPhrases: phrases, minPassage }: ReuseOptions): Trace {
  const chance = new Chance(traceable.shelf)
  const fragments = new Tracer(traceable, setPhrases(phrases), chance)
  return (from, to) => {
    const traced: [number, Fragment[]][] = []
    for (let text = from; text < to; text++) {
      if (traceable.roll.roles[text] !== LECTURE) continue
      const passages = passagesOf(fragments.fragmentsOf(text), minPassage, chance)
      if (passages.length > 0) traced.push([text, passages])
    }
    return traced
  }
}
