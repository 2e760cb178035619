import process from 'node:process'
import { openWhole } from './open-whole.ts'

/** A thread of the program, which is told the command that it works for. */
await openWhole(process.argv.slice(2)).whole.judgeWorker()
