import { Command, CommanderError } from 'commander'
import { processTerminal, type Terminal } from '../node/terminal.ts'
import { VERSION } from '../version.ts'
import type { Does } from './command.ts'
import { COMMANDS } from './commands.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { inChinese } from './help.ts'
import { withSoundCache } from './sound-cache.ts'
import { usageMistake } from './usage-mistake.ts'

const PROGRAM = 'taizhang'
/** The name by which shells ask. */
const COMPLETION = 'complete'

/** Runs the command that the arguments name; whatever goes wrong is told in Chinese on standard error. */
export async function run(given: readonly string[]): Promise<ExitCode> {
  const argv = given[0] === 'help' ? [...given.slice(1, 2), '--help'] : given
  const terminal = processTerminal()
  let exit: ExitCode = EXIT.clean
  const does: Does =
    (action) =>
    async (...args) => {
      exit = await withSoundCache(() => action(...args))
    }
  try {
    const program = await programFor(argv[0] === COMPLETION ? ALL : argv[0], terminal, does)
    if (argv[0] === COMPLETION) (await import('./completion.ts')).offerCompletion(program)
    await program.parseAsync([...argv], { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return usageMistake(error, terminal)
    const { failure } = await import('./failure.ts')
    return failure(error, terminal)
  }
}

const ALL = Symbol('all commands')

/** The program with all its commands named, but only the one that is called defined: or all of them. */
async function programFor(called: string | typeof ALL | undefined, terminal: Terminal, does: Does): Promise<Command> {
  const program = inChinese(new Command(PROGRAM))
    .description('三会一课台账体检：读党支部台账，按规定逐条核对，列出问题、依据、证据和整改清单。')
    .enablePositionalOptions()
    .version(VERSION, '-V, --version', '显示版本号')
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const command = inChinese(program.command(name)).description(summary)
    if (called !== ALL && name !== called) continue
    const { define } = await load()
    define(command, terminal, does)
    withColour(command)
  }
  program.addHelpText('after', `\n按 Tab 键补全：${PROGRAM} ${COMPLETION} zsh（或 bash、fish、powershell）输出补全脚本`)
  return program
}

function withColour(command: Command): void {
  command.option('--color', '输出颜色').option('--no-color', '不输出颜色')
}
