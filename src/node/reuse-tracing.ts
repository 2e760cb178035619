import type { MessagePort } from 'node:worker_threads'
import type { ReuseOptions } from '../text/reuse/documents.ts'
import type { Fragment } from '../text/reuse/fragment.ts'
import type { Roll } from '../text/reuse/roll.ts'
import type { SharedWording } from '../text/reuse/shared-wording.ts'
import { tracer } from '../text/reuse/tracing.ts'
import { openShelf, type ShelfAddress } from './shared-shelf.ts'

/** What threads trace together: all in it is shared, nothing copied. */
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

/** What a thread begins with: the work, a port for what comes of it, and a counter that it steps up when that is sent. */
export interface TracingThread {
  readonly tracing: Tracing
  readonly port: MessagePort
  readonly finished: Int32Array
}

export type Answer = { readonly traced: Traced } | { readonly error: string }

/** Texts that a thread takes at a time. */
const TEXTS_AT_A_TIME = 64

/** Traces what nobody else has taken until all is done. */
export function trace({ shelf, roll, wording, options, next }: Tracing): Traced {
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

/** A thread's work, done and sent; or why it could not be. */
export function serve({ tracing, port, finished }: TracingThread): void {
  port.postMessage(answerTo(tracing))
  Atomics.add(finished, 0, 1)
  Atomics.notify(finished, 0)
}

function answerTo(tracing: Tracing): Answer {
  try {
    return { traced: trace(tracing) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
