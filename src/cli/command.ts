import type { Command } from 'commander'
import type { Terminal } from '../node/terminal.ts'
import type { ExitCode } from './exit.ts'

/** One command of the program: its arguments and options, and what it does with them. */
export interface CommandModule {
  readonly define: (command: Command, terminal: Terminal, does: Does) => void
}

/** Wraps what a command does so that its exit code becomes the program's; commander drops what actions return. */
export type Does = <A extends readonly unknown[]>(
  action: (...args: A) => Promise<ExitCode> | ExitCode,
) => (...args: A) => Promise<void>
