import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { VERSION } from '../version.ts'
import { EXIT, type ExitCode } from './exit.ts'

/**
 * How much a function must have run before V8 optimises it, in bytes of bytecode: some eight times the default. A run is
 * over in seconds, and most of what V8 optimises by default has then not paid for itself (a third of the time of a run).
 */
const LESS_OPTIMISING = '--interrupt-budget=1000000'
/** The V8 of Node 20; later ones optimise in other steps. */
const MEASURED_ON = '11.'

/**
 * The program: runs the command that the arguments name and resolves to its exit code. Nothing is loaded before it is
 * needed, so that asking for the version costs no more than starting Node.
 */
export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<ExitCode> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`)
    return EXIT.clean
  }
  if (process.versions.v8.startsWith(MEASURED_ON)) setFlagsFromString(LESS_OPTIMISING)
  process.once('SIGINT', () => process.exit(EXIT.interrupted))
  const { run } = await import('./program.ts')
  return run(argv)
}
