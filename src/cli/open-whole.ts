import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { baseFolder } from '../node/base-folder.ts'
import { openScript } from '../node/kept-code.ts'
import { forShortRuns } from '../node/short-runs.ts'
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

/** Opens the whole for a run of the program. */
export function openProgram(argv: readonly string[]): OpenedWhole {
  forShortRuns()
  return openWhole(argv)
}

/** Loads the bundle that stands beside this file, with the code that a run of the same command has kept. */
export function openWhole(argv: readonly string[]): OpenedWhole {
  const path = fileURLToPath(new URL('whole.cjs', import.meta.url))
  const { value, keep } = openScript(path, join(baseFolder(), `code-${__WHOLE__}`, commandIn(argv)))
  const module: { exports: unknown } = { exports: {} }
  const run = value as Bundle
  run(module, builtin, (specifier) => import(specifier), pathToFileURL(path).href)
  return { whole: module.exports as typeof Whole, keep }
}

/** Modules of Node's that take long to load, of which many runs call nothing. */
const SELDOM_CALLED = [
  'node:child_process',
  'node:crypto',
  'node:fs/promises',
  'node:perf_hooks',
  'node:readline',
  'node:stream/consumers',
  'node:worker_threads',
]

/** A module of Node's; one that is seldom called is loaded when something of it is asked for. */
function builtin(name: string): unknown {
  if (!SELDOM_CALLED.includes(name)) return process.getBuiltinModule(name)
  return new Proxy({}, { get: (_, member) => Reflect.get(process.getBuiltinModule(name) ?? {}, member) })
}

const HELP = ['-h', '--help']

/** What commands run is different for each, and next to nothing for help. */
function commandIn(argv: readonly string[]): string {
  const [command = ''] = argv
  return /^[a-z]+$/u.test(command) && !argv.some((argument) => HELP.includes(argument)) ? command : 'help'
}
