import { realpathSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import process from 'node:process'
import { reasonOf } from '../node/file-problem.ts'
import { writeOutput } from '../node/output-file.ts'
import { repositoryPaths } from '../node/repository-paths.ts'
import type { Terminal } from '../node/terminal.ts'
import type { Page } from '../report/format.ts'
import { type FormatTable, fileExtensions, formatNames, formatOfFile } from '../report/format-table.ts'
import { PLAIN } from '../report/palette.ts'
import { UsageError } from './exit.ts'
import { paletteOf } from './palette.ts'

/** A report that is to be written into a file. */
export interface Output<N extends string> {
  readonly path: string
  readonly format: N
}

export interface ScreenOptions<N extends string> {
  readonly format?: N
  readonly quiet?: boolean
  readonly color?: boolean
}

/** What other programs mean by it; here it would be a file of that name. */
const STANDARD_OUTPUT = '-'

/** Files are written for any reader, not for this terminal. */
function filePage(terminal: Terminal | undefined): Page {
  const tell = (notice: string) => terminal?.say(`注意：${notice}`)
  return { palette: PLAIN, width: 80, inRepository: repositoryPaths(process.cwd()), tell }
}

/**
 * The format of each file, as given before it (`gitlab=report.json`) or by its extension, before anything is read.
 *
 * @throws UsageError
 */
export function outputsFor<N extends string>(given: readonly string[], table: FormatTable<never, N>): Output<N>[] {
  const outputs = given.map((text) => withNamedFormat(text, table) ?? withFormatOfFile(text, table))
  requireOneEach(outputs)
  return outputs
}

/** Of two reports in one file the first would be lost. */
function requireOneEach(outputs: readonly Output<string>[]): void {
  const paths = outputs.map(({ path }) => resolve(path))
  const again = outputs.find((_, index) => paths.indexOf(paths[index] ?? '') < index)
  if (again !== undefined) throw new UsageError(`-o 把“${again.path}”写了两次，一个文件只能写一份报告`)
}

function withNamedFormat<N extends string>(text: string, table: FormatTable<never, N>): Output<N> | undefined {
  const [, name, path] = /^([a-z]+)=(.+)$/u.exec(text) ?? []
  const format = formatNames(table).find((one) => one === name)
  if (format === undefined || path === undefined) return undefined
  if (path !== STANDARD_OUTPUT) return { path, format }
  throw new UsageError(`-o 后面要写文件名；写到标准输出请用 --format ${format}`)
}

function withFormatOfFile<N extends string>(path: string, table: FormatTable<never, N>): Output<N> {
  const format = formatOfFile(table, path)
  if (format !== undefined) return { path, format }
  const known = fileExtensions(table).join('、')
  const example = formatNames(table).findLast((name) => table[name].extension === undefined)
  throw new UsageError(
    `报告文件“${path}”的扩展名“${extname(path)}”不认识，可用的有：${known}；也可写明格式，如 ${example}=${path}`,
  )
}

/** The report on standard output; silence was asked for only where no format was. */
export async function writeToScreen<R, N extends string>(
  report: R,
  table: FormatTable<R, N | 'pretty'>,
  options: ScreenOptions<N>,
  terminal: Terminal,
): Promise<void> {
  const { format = 'pretty', quiet = false, color } = options
  if (quiet && options.format === undefined) return
  const palette = await paletteOf(terminal.colourLevel(color))
  const write = await table[format].load()
  await terminal.write(
    await write(report, { ...filePage(quiet ? undefined : terminal), palette, width: terminal.width }),
  )
}

/**
 * A report is never written over what the run reads.
 *
 * @throws UsageError
 */
export function spareInputs(outputs: readonly { readonly path: string }[], files: readonly string[]): void {
  const read = new Set(files.map(realPath))
  const hit = outputs.find(({ path }) => read.has(realPath(path)))
  if (hit === undefined) return
  throw new UsageError(`“${hit.path}”是本次检查要读的文件，不能把报告写在上面，请换一个文件名`)
}

/** @throws UsageError where a file can't be written */
export async function writeOutputs<R, N extends string>(
  report: R,
  table: FormatTable<R, N>,
  outputs: readonly Output<N>[],
  terminal: Terminal | undefined,
): Promise<void> {
  for (const { path, format } of outputs) {
    const write = await table[format].load()
    const content = await write(report, filePage(terminal))
    await writeOutput(path, content).catch((error: unknown) => {
      throw new UsageError(`报告文件“${path}”无法写入（${reasonOf(error)}）`)
    })
    terminal?.say(`已写入 ${path}`)
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
