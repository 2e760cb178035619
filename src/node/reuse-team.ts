import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { type Answer, perform, type Stage, type StageThread, type Traced } from './reuse-stages.ts'

/** A thread that says nothing for so long will never speak. Milliseconds. */
const PATIENCE = 600_000

interface Thread {
  readonly port: MessagePort
  stop(): void
}

export type StartThread = (start: Omit<StageThread, 'port'>) => Thread

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

/** This thread and those beside it. */
export class Team {
  private readonly start: StartThread
  private readonly answers = new Int32Array(new SharedArrayBuffer(4))
  private threads: readonly Thread[] = []
  private awaited = 0

  constructor(start: StartThread) {
    this.start = start
  }

  /** Starts so many threads; they come up while this one goes on. */
  gather(others: number): void {
    this.threads = Array.from({ length: others }, () => this.start({ answers: this.answers }))
  }

  /** A stage, done by all of them and by this thread, which does part 0. */
  share(stageFor: (part: number, parts: number) => Stage): Traced {
    const parts = this.threads.length + 1
    for (const [index, { port }] of this.threads.entries()) port.postMessage(stageFor(index + 1, parts))
    this.awaited += this.threads.length
    const own = perform(stageFor(0, parts))
    this.wait()
    return [...own, ...this.threads.flatMap(({ port }) => tracedBy(port))]
  }

  stop(): void {
    for (const thread of this.threads) thread.stop()
  }

  /** This thread stands still until all have answered. */
  private wait(): void {
    for (let count = Atomics.load(this.answers, 0); count < this.awaited; count = Atomics.load(this.answers, 0)) {
      if (Atomics.wait(this.answers, 0, count, PATIENCE) === 'timed-out')
        throw new Error('a thread that compares texts is gone')
    }
  }
}

function tracedBy(port: MessagePort): Traced {
  const answer: Answer | undefined = receiveMessageOnPort(port)?.message
  if (answer === undefined || 'error' in answer)
    throw new Error(answer?.error ?? 'a thread that compares texts gave no answer')
  return answer.traced
}
