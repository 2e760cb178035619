import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { baseFolder } from '../node/base-folder.ts'
import { openScript } from '../node/kept-code.ts'
import type * as Whole from './whole.ts'

/** The hash of the bundle, by which the code that is kept of it is known. */
declare const __WHOLE__: string

/** The bundle is a function of what a module is given: as CommonJS has it, and as ES modules do. */
type Bundle = (
  module: { exports: unknown },
  require: (name: string) => unknown,
  load: (specifier: string) => Promise<unknown>,
  url: string,
) => void

export interface OpenedWhole {
  readonly whole: typeof Whole
  /** To be called after a run that did what it was asked, so that the next one starts sooner. */
  readonly keep: () => void
}

/** Loads the bundle that stands beside this file, with the code that a run of the same command has kept. */
export function openWhole(argv: readonly string[]): OpenedWhole {
  const path = fileURLToPath(new URL('whole.cjs', import.meta.url))
  const { value, keep } = openScript(path, join(baseFolder(), `code-${__WHOLE__}`, commandIn(argv)))
  const module: { exports: unknown } = { exports: {} }
  const run = value as Bundle
  run(module, process.getBuiltinModule, (specifier) => import(specifier), pathToFileURL(path).href)
  return { whole: module.exports as typeof Whole, keep }
}

const HELP = ['-h', '--help']

/** What commands run is different for each, and next to nothing for help. */
function commandIn(argv: readonly string[]): string {
  const [command = ''] = argv
  return /^[a-z]+$/u.test(command) && !argv.some((argument) => HELP.includes(argument)) ? command : 'help'
}
