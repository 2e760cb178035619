import process from 'node:process'
import { cleanText } from '../report/clean-text.ts'
import type { Written } from '../report/format.ts'
import { type ColourLevel, colourLevel } from './colour-level.ts'

const USUAL_WIDTH = 80

/** The two streams that a command speaks on. */
export interface Terminal {
  /** The one document of the command, on standard output; done when whoever reads it has taken it, or gone away. */
  write(document: Written): Promise<void>
  /** A notice or an error, on standard error: one line, made clean, for it may quote a file. */
  say(line: string): void
  /** How far the work is; shown on a terminal only, and wiped by the next line. */
  progress(text: string): void
  readonly width: number
  colourLevel(flag: boolean | undefined): ColourLevel
}

/** The terminal of this process. A reader that goes away early (`| head`) is no error. */
export function processTerminal(): Terminal {
  ignoreClosedPipes()
  let isProgressShown = false
  const wipe = () => {
    if (isProgressShown) process.stderr.write('\r\u001b[K')
    isProgressShown = false
  }
  return {
    width: process.stdout.columns || USUAL_WIDTH,
    colourLevel: (flag) => colourLevel(flag, process.env, process.stdout),
    write: async (document) => {
      wipe()
      const isWhole = typeof document === 'string' || document instanceof Uint8Array
      for (const piece of isWhole ? [document] : document) await flushed(piece)
    },
    say: (line) => {
      wipe()
      process.stderr.write(`${cleanText(line)}\n`)
    },
    progress: (text) => {
      if (!process.stderr.isTTY) return
      process.stderr.write(`\r\u001b[K${cleanText(text)}`)
      isProgressShown = true
    },
  }
}

/** Waits where the reader is slower, so that no more than one piece waits in memory. */
function flushed(piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => process.stdout.write(piece, () => resolve()))
}

let isGuarded = false

function ignoreClosedPipes(): void {
  if (isGuarded) return
  isGuarded = true
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
