import process from 'node:process'
import { VERSION } from '../version.ts'
import { EXIT, type ExitCode } from './exit.ts'

/**
 * The program: runs the command that the arguments name and resolves to its exit code. Nothing is loaded before it is
 * needed, so that asking for the version costs no more than starting Node.
 */
export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<ExitCode> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`)
    return EXIT.clean
  }
  process.once('SIGINT', () => process.exit(EXIT.interrupted))
  const { openProgram } = await import('./open-whole.ts')
  const { whole, keep } = openProgram(argv)
  const { run } = await whole.program()
  const exit = await run(argv)
  if (exit !== EXIT.undone) keep()
  return exit
}
