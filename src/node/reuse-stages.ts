import type { MessagePort } from 'node:worker_threads'
import type { ReuseDocument, ReuseOptions } from '../text/reuse/documents.ts'
import type { Fragment } from '../text/reuse/fragment.ts'
import { linkFingerprints, textFinder } from '../text/reuse/holders.ts'
import { tracer } from '../text/reuse/reuse.ts'
import { type Shelf, type ShelfRoom, type ShelvedText, shelve } from '../text/reuse/shelf.ts'
import type { Traceable } from '../text/reuse/tracer.ts'

/** What a worker begins with: its texts, the port on which it is spoken to, and a counter that it steps up after each answer. */
export interface WorkerStart {
  readonly port: MessagePort
  readonly texts: readonly ShelvedText[]
  /** Where its shelf goes. */
  readonly room: ShelfRoom
  readonly answers: Int32Array
}

/** A stage of the work, each worker doing its part of it. */
export type Stage =
  | { readonly stage: 'link'; readonly traceable: Traceable; readonly part: number; readonly parts: number }
  | {
      readonly stage: 'trace'
      readonly traceable: Traceable
      readonly roles: readonly Pick<ReuseDocument, 'role'>[]
      readonly options: ReuseOptions
      /** The next text that nobody has taken: workers take a few at a time. */
      readonly next: Int32Array
    }

export type Answer =
  | { readonly shelf: Shelf }
  | { readonly traced: readonly TracedTexts[] }
  | { readonly done: true }
  | { readonly error: string }

/** The passages of the texts from `from` on. */
export interface TracedTexts {
  readonly from: number
  readonly passages: readonly (readonly Fragment[])[]
}

/** Texts that a worker takes at a time. */
const TEXTS_AT_A_TIME = 64

export function serve({ texts, room, port, answers }: WorkerStart): void {
  const answer = (run: () => Answer) => {
    let said: Answer
    try {
      said = run()
    } catch (error) {
      said = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
    port.postMessage(said)
    Atomics.add(answers, 0, 1)
    Atomics.notify(answers, 0)
  }
  port.on('message', (stage: Stage) => answer(() => perform(stage)))
  answer(() => ({ shelf: shelve(texts, room) }))
}

/** Does this thread's part of a stage. */
export function perform(stage: Stage): Answer {
  const { traceable } = stage
  if (stage.stage === 'link') {
    linkFingerprints(traceable.shelf, traceable.holders, textFinder(traceable.shelf.starts), stage.part, stage.parts)
    return { done: true }
  }
  const { roles, options, next } = stage
  const tracing = tracer(traceable, roles, options)
  const traced: TracedTexts[] = []
  for (let from = take(next); from < roles.length; from = take(next)) {
    traced.push({ from, passages: tracing(from, Math.min(from + TEXTS_AT_A_TIME, roles.length)) })
  }
  return { traced }
}

function take(next: Int32Array): number {
  return Atomics.add(next, 0, TEXTS_AT_A_TIME)
}
