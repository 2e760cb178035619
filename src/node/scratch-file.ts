import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { threadId } from 'node:worker_threads'
import { isOfFileSystem, reasonOf } from './file-problem.ts'

/** Bytes that are gathered before they are written. */
const BUFFER = 262_144

let made = 0

/** The folder for such files does not take them. */
export class ScratchError extends Error {
  constructor(refusal: unknown) {
    super(
      `临时文件夹 ${tmpdir()} 里写不了文件（${reasonOf(refusal)}）；请腾出空间，或把环境变量 TMPDIR（Windows 上是 TEMP）设为别的文件夹`,
      { cause: refusal },
    )
  }
}

/**
 * A file for what memory has no room for, to be appended to and read. It has no name any more as soon as it is open: nobody else can read it, and it
 * is gone with the process, however that ends. Threads share it by its descriptor.
 */
export class ScratchFile {
  readonly descriptor: number
  private readonly buffer = new Uint8Array(BUFFER)
  private buffered = 0
  private written = 0

  constructor() {
    this.descriptor = refusable(openNameless)
  }

  /** @returns where the bytes begin in the file */
  append(bytes: Uint8Array): number {
    const begin = this.written + this.buffered
    if (this.buffered + bytes.length > BUFFER) this.flush()
    if (bytes.length > BUFFER) this.write(bytes)
    else {
      this.buffer.set(bytes, this.buffered)
      this.buffered += bytes.length
    }
    return begin
  }

  /** Writes down what was gathered: only then other threads see it. */
  flush(): void {
    this.write(this.buffer.subarray(0, this.buffered))
    this.buffered = 0
  }

  read(from: number, to: number): Uint8Array {
    if (to > this.written) this.flush()
    return bytesOf(this.descriptor, from, to)
  }

  close(): void {
    closeSync(this.descriptor)
  }

  private write(bytes: Uint8Array): void {
    let done = 0
    while (done < bytes.length) {
      const rest = bytes.subarray(done)
      done += refusable(() => writeSync(this.descriptor, rest, 0, rest.length, this.written + done))
    }
    this.written += bytes.length
  }
}

function openNameless(): number {
  made += 1
  const path = join(tmpdir(), `taizhang-${process.pid}-${threadId}-${made}.tmp`)
  const descriptor = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  return descriptor
}

function refusable<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw isOfFileSystem(error) ? new ScratchError(error) : error
  }
}

/** The bytes of an open file from one place up to another, in memory of their own. */
export function bytesOf(descriptor: number, from: number, to: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(to - from)
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(descriptor, bytes, at, bytes.length - at, from + at)
    if (count === 0) throw new RangeError(`the file ends before ${to}`)
    at += count
  }
  return bytes
}
