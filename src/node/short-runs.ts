import process from 'node:process'
import { setFlagsFromString } from 'node:v8'

/**
 * How much a function must have run before V8 optimises it, in bytes of bytecode: fifteen times the default. A run is
 * over in seconds, and most of what V8 optimises by default has then not paid for itself (a third of the time of a run).
 */
const LESS_OPTIMISING = '--interrupt-budget=1000000'
/**
 * A regular expression is made into machine code at once, not first into bytecode and then, when it is used again, anew:
 * nearly all are used again (4 % of the time of a run).
 */
const EXPRESSIONS_MADE_ONCE = '--no-regexp-tier-up'
/** The V8 of Node 20; later ones optimise in other steps. */
const MEASURED_ON = '11.'

/** Code that is kept for the next run must not have been thrown away in this one. */
const KEEPING_CODE = '--no-flush-bytecode'

/** Tells V8 that what runs will soon be over. */
export function forShortRuns(): void {
  setFlagsFromString(KEEPING_CODE)
  setFlagsFromString(EXPRESSIONS_MADE_ONCE)
  if (process.versions.v8.startsWith(MEASURED_ON)) setFlagsFromString(LESS_OPTIMISING)
}
