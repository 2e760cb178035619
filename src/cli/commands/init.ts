import { resolve } from 'node:path'
import type { Command } from 'commander'
import { existingOf, writeNewFile } from '../../node/new-files.ts'
import type { Terminal } from '../../node/terminal.ts'
import { today } from '../../node/today.ts'
import type { Does } from '../command.ts'
import { EXIT, UsageError } from '../exit.ts'
import { starterFiles } from '../starter-files.ts'

/** `taizhang init`: a configuration, an example ledger, editor schemas and a CI workflow where there is nothing yet. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  command.argument('[folder]', '放在哪个文件夹', '.').action(
    does(async (folder: string) => {
      const files = starterFiles(today())
      const existing = existingOf(folder, Object.keys(files))
      if (existing.length > 0) {
        throw new UsageError(`${existing.join('、')} 已经存在，没有改动任何文件；请换一个空文件夹，或先移走它们`)
      }
      for (const [path, text] of Object.entries(files)) {
        writeNewFile(resolve(folder, path), text)
        terminal.say(`已写好 ${path}`)
      }
      terminal.say('接下来：把台账放进“台账”文件夹，在这里运行 taizhang check')
      return EXIT.clean
    }),
  )
}
