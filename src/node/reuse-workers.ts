import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Fragment } from '../text/reuse/fragment.ts'
import { type FindReuse, findReuse, type ReuseDocument } from '../text/reuse/index.ts'
import { joinShelves } from '../text/reuse/joined-shelf.ts'
import { kinshipOf } from '../text/reuse/kinship.ts'
import { holdersFor, inOrderOfDate } from '../text/reuse/reuse.ts'
import { settle } from '../text/reuse/settle.ts'
import { type Allocate, roomNeeded, type ShelfRoom, type ShelvedText, shelfRoom, shelve } from '../text/reuse/shelf.ts'
import { type Answer, perform, type Stage, type TracedTexts, type WorkerStart } from './reuse-stages.ts'

/** Fewer characters than this are compared sooner than threads are started. */
const LEAST_CHARACTERS = 6_000_000
const MOST_THREADS = 8
/** A thread that says nothing for so long will never speak. Milliseconds. */
const PATIENCE = 600_000

const PROGRAM = new URL('./reuse-worker.js', import.meta.url)

const shared: Allocate = (bytes) => new SharedArrayBuffer(bytes)

/**
 * `findReuse`, its work shared among threads where there is enough of it; what it finds is the same. It waits for them,
 * for who compares texts within a check cannot.
 */
export const findReuseInThreads: FindReuse = (documents, options) => {
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0)
  const threads = Math.min(MOST_THREADS, availableParallelism())
  if (characters < LEAST_CHARACTERS || threads < 2 || !existsSync(PROGRAM)) return findReuse(documents, options)
  return findReuseBy(startThreads(PROGRAM))(threads - 1)(documents, options)
}

/** A thread and the port on which one speaks to it. */
interface Thread {
  readonly port: MessagePort
  stop(): void
}

/** Starts a thread with its part of the texts. */
export type StartThread = (start: Omit<WorkerStart, 'port'>) => Thread

export function startThreads(program: URL): StartThread {
  return (start) => {
    const { port1, port2 } = new MessageChannel()
    const worker = new Worker(program, { execArgv: [], workerData: { ...start, port: port2 }, transferList: [port2] })
    worker.unref()
    port1.unref()
    return {
      port: port1,
      stop: () => {
        port1.close()
        void worker.terminate()
      },
    }
  }
}

/** The stages of `findReuse`, each shared among this thread and so many others. */
export function findReuseBy(start: StartThread): (others: number) => FindReuse {
  return (others) => (documents, options) => {
    const ordered = inOrderOfDate(documents)
    const { room, parts } = partsOf(ordered, others + 1)
    const [mine, ...theirs] = parts
    const team = new Team(start, theirs)
    try {
      const own = mine === undefined ? [] : [shelve(mine.texts, mine.room)]
      const shelves = [...own, ...team.answers((answer) => 'shelf' in answer).map((one) => one.shelf)]
      const shelf = joinShelves(
        room,
        parts.flatMap((part, index) => (shelves[index] === undefined ? [] : [{ ...part, shelf: shelves[index] }])),
      )
      const traceable = { shelf, holders: holdersFor(shelf, shared), kinship: kinshipOf(ordered) }
      team.share(
        (part) => ({ stage: 'link', traceable, part, parts: others + 1 }),
        (answer) => 'done' in answer,
      )
      const roles = ordered.map(({ role }) => ({ role }))
      const next = new Int32Array(new SharedArrayBuffer(4))
      const traced = team.share(
        () => ({ stage: 'trace', traceable, roles, options, next }),
        (answer) => 'traced' in answer,
      )
      return settle(
        documents,
        ordered,
        shelf,
        inOrder(
          traced.flatMap((one) => one.traced),
          ordered.length,
        ),
      )
    } finally {
      team.stop()
    }
  }
}

type Is<A extends Answer> = (answer: Answer) => answer is A

/** The threads beside this one. */
class Team {
  private readonly threads: readonly Thread[]
  private readonly said = new Int32Array(new SharedArrayBuffer(4))
  private awaited: number

  constructor(start: StartThread, parts: readonly Part[]) {
    this.threads = parts.map(({ texts, room }) => start({ texts, room, answers: this.said }))
    this.awaited = this.threads.length
  }

  /** What each of them answers; this thread stands still until they have. */
  answers<A extends Answer>(isWanted: Is<A>): A[] {
    for (let said = Atomics.load(this.said, 0); said < this.awaited; said = Atomics.load(this.said, 0)) {
      if (Atomics.wait(this.said, 0, said, PATIENCE) === 'timed-out')
        throw new Error('a thread that compares texts is gone')
    }
    return this.threads.map(({ port }) => received(port, isWanted))
  }

  /** A stage, done by all of them and by this thread, which does part 0. */
  share<A extends Answer>(stageFor: (part: number) => Stage, isWanted: Is<A>): A[] {
    for (const [index, { port }] of this.threads.entries()) port.postMessage(stageFor(index + 1))
    this.awaited += this.threads.length
    const own = perform(stageFor(0))
    return [...(isWanted(own) ? [own] : []), ...this.answers(isWanted)]
  }

  stop(): void {
    for (const thread of this.threads) thread.stop()
  }
}

function inOrder(traced: readonly TracedTexts[], texts: number): (readonly Fragment[])[] {
  const passages: (readonly Fragment[])[] = Array.from({ length: texts }, () => [])
  for (const { from, passages: some } of traced) {
    for (const [index, ofText] of some.entries()) passages[from + index] = ofText
  }
  return passages
}

/** A part of the texts, and where in the room of all of them its own begins. */
interface Part {
  readonly texts: readonly ShelvedText[]
  readonly room: ShelfRoom
  readonly character: number
  readonly waypoint: number
}

/** Parts of about as many characters each, in order; threads get nothing of a text but what they need. */
function partsOf(ordered: readonly ReuseDocument[], count: number): { room: ShelfRoom; parts: Part[] } {
  const all = roomNeeded(ordered)
  const lists = Array.from({ length: count }, (): ShelvedText[] => [])
  let before = 0
  for (const document of ordered) {
    const part = Math.floor((before * count) / all.characters)
    // What stays on this thread is made when it is asked for; what goes to another is copied there.
    lists[part]?.push(part === 0 ? document : { text: document.text, ignore: document.ignore })
    before += document.text.length + 1
  }
  const needs = lists.map(roomNeeded)
  const waypoints = needs.reduce((sum, need) => sum + need.waypoints, 0)
  const room = shelfRoom(all.characters, waypoints, shared)
  let character = 0
  let waypoint = 0
  const parts = lists.map((texts, index): Part => {
    const from = { character, waypoint }
    character += needs[index]?.characters ?? 0
    waypoint += needs[index]?.waypoints ?? 0
    return { texts, ...from, room: roomWithin(room, from, { character, waypoint }) }
  })
  return { room, parts }
}

type Corner = Pick<Part, 'character' | 'waypoint'>

function roomWithin({ units, kinds, hashes, positions, waypoints }: ShelfRoom, from: Corner, to: Corner): ShelfRoom {
  return {
    units: units.subarray(from.character, to.character),
    kinds: kinds.subarray(from.character, to.character),
    hashes: hashes.subarray(from.character, to.character),
    positions: positions.subarray(from.character, to.character),
    waypoints: waypoints.subarray(from.waypoint, to.waypoint),
  }
}

function received<A extends Answer>(port: MessagePort, isWanted: Is<A>): A {
  const answer: Answer | undefined = receiveMessageOnPort(port)?.message
  if (answer !== undefined && isWanted(answer)) return answer
  throw new Error(
    answer !== undefined && 'error' in answer ? answer.error : 'a thread that compares texts gave no answer',
  )
}
