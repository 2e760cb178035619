import type { MessagePort } from 'node:worker_threads'
import type { ReuseOptions } from '../text/reuse/documents.ts'
import type { Fragment } from '../text/reuse/fragment.ts'
import { doStep, type Step } from '../text/reuse/linking-in-memory.ts'
import type { Roll } from '../text/reuse/roll.ts'
import type { SharedWording } from '../text/reuse/shared-wording.ts'
import { tracer } from '../text/reuse/tracing.ts'
import { openShelf, type ShelfAddress } from './shared-shelf.ts'

/** A stage of comparing that threads go through together: all in it is shared, nothing copied. */
export type Stage =
  | { readonly stage: 'step'; readonly step: Step; readonly part: number; readonly parts: number }
  | { readonly stage: 'trace'; readonly tracing: Tracing }

export interface Tracing {
  readonly shelf: ShelfAddress
  readonly roll: Roll
  readonly wording: SharedWording
  readonly options: ReuseOptions
  /** The next text that nobody has taken: threads take a few at a time. */
  readonly next: Int32Array
}

/** The passages of texts that have any. */
export type Traced = readonly (readonly [text: number, passages: readonly Fragment[]])[]

export type Answer = { readonly traced: Traced } | { readonly error: string }

/** What a thread begins with: a port on which it is told its stages, and a counter that it steps up after each answer. */
export interface StageThread {
  readonly port: MessagePort
  readonly answers: Int32Array
}

/** Texts that a thread takes at a time. */
const TEXTS_AT_A_TIME = 64

/** Does this thread's part of a stage. */
export function perform(stage: Stage): Traced {
  if (stage.stage === 'trace') return trace(stage.tracing)
  doStep(stage.step, stage.part, stage.parts)
  return []
}

/** Traces what nobody else has taken until all is done. */
function trace({ shelf, roll, wording, options, next }: Tracing): Traced {
  const tracing = tracer({ shelf: openShelf(shelf), roll, wording }, options)
  const texts = roll.given.length
  const traced: [number, readonly Fragment[]][] = []
  for (let from = take(next); from < texts; from = take(next)) {
    traced.push(...tracing(from, Math.min(from + TEXTS_AT_A_TIME, texts)))
  }
  return traced
}

function take(next: Int32Array): number {
  return Atomics.add(next, 0, TEXTS_AT_A_TIME)
}

/** A thread that does its part of each stage it is told of. */
export function serve({ port, answers }: StageThread): void {
  port.on('message', (stage: Stage) => {
    port.postMessage(answerTo(stage))
    Atomics.add(answers, 0, 1)
    Atomics.notify(answers, 0)
  })
}

function answerTo(stage: Stage): Answer {
  try {
    return { traced: perform(stage) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
