import tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'

/** Lets `complete zsh` print the script that a shell loads, and `complete -- …` answer what the shell then asks. */
export function offerCompletion(program: Command): void {
  for (const command of program.commands) {
    // A shell takes each line for an answer of its own.
    for (const option of command.options) option.description = option.description.replaceAll('\n', '')
  }
  tab(program)
}
