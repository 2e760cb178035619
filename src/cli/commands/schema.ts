import type { Command } from 'commander'
import type { Terminal } from '../../node/terminal.ts'
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../../schemas.ts'
import type { Does } from '../command.ts'
import { EXIT, UsageError } from '../exit.ts'

/** `taizhang schema`: the JSON Schema of a kind of file, for editors. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  command.argument('[name]', `哪一种文件：${SCHEMA_NAMES.join('、')}`, 'ledger').action(
    does(async (name: string) => {
      if (!isSchemaName(name)) throw new UsageError(`没有“${name}”这种文件，可用的有：${SCHEMA_NAMES.join('、')}`)
      await terminal.write(`${JSON.stringify(jsonSchema(name), undefined, 2)}\n`)
      return EXIT.clean
    }),
  )
}

function isSchemaName(name: string): name is SchemaName {
  return SCHEMA_NAMES.some((known) => known === name)
}
