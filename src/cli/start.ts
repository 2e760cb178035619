import { forShortRuns } from '../node/short-runs.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { openWhole } from './open-whole.ts'

/** Runs the command that the arguments name, and keeps what makes the next run start sooner. */
export async function start(argv: readonly string[]): Promise<ExitCode> {
  forShortRuns()
  const { whole, keep } = openWhole(argv)
  const { run } = await whole.program()
  const exit = await run(argv)
  if (exit !== EXIT.undone) keep()
  return exit
}
