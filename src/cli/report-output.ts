import { realpathSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { reasonOf } from '../node/file-problem.ts'
import { writeOutput } from '../node/output-file.ts'
import type { Terminal } from '../node/terminal.ts'
import type { Page } from '../report/format.ts'
import { FILE_EXTENSIONS, FORMAT_NAMES, FORMATS, type FormatName, formatOfFile } from '../report/formats.ts'
import { PLAIN } from '../report/palette.ts'
import type { Report } from '../report/schema.ts'
import { UsageError } from './exit.ts'
import { paletteOf } from './palette.ts'

/** A report that is to be written into a file. */
export interface Output {
  readonly path: string
  readonly format: FormatName
}

interface ScreenOptions {
  readonly format?: FormatName
  readonly quiet?: boolean
  readonly color?: boolean
}

/** Files are written for any reader, not for this terminal. */
const FILE_PAGE: Page = { palette: PLAIN, width: 80 }

/**
 * The format of each file, as given before it (`gitlab=report.json`) or by its extension, before anything is read.
 *
 * @throws UsageError
 */
export function outputsFor(given: readonly string[]): Output[] {
  return given.map((text) => withNamedFormat(text) ?? withFormatOfFile(text))
}

function withNamedFormat(text: string): Output | undefined {
  const [, name, path] = /^([a-z]+)=(.+)$/u.exec(text) ?? []
  const format = FORMAT_NAMES.find((one) => one === name)
  return format === undefined || path === undefined ? undefined : { path, format }
}

function withFormatOfFile(path: string): Output {
  const format = formatOfFile(path)
  if (format !== undefined) return { path, format }
  const known = FILE_EXTENSIONS.join('、')
  throw new UsageError(
    `报告文件“${path}”的扩展名“${extname(path)}”不认识，可用的有：${known}；也可写明格式，如 gitlab=${path}`,
  )
}

/** The report on standard output; silence was asked for only where no format was. */
export async function writeToScreen(report: Report, options: ScreenOptions, terminal: Terminal): Promise<void> {
  const { format = 'pretty', quiet = false, color } = options
  if (quiet && options.format === undefined) return
  const palette = await paletteOf(terminal.colourLevel(color))
  const write = await FORMATS[format].load()
  await terminal.write(await write(report, { palette, width: terminal.width }))
}

/**
 * A report is never written over a ledger.
 *
 * @throws UsageError
 */
export function spareLedgers(outputs: readonly Pick<Output, 'path'>[], ledgers: readonly string[]): void {
  const read = new Set(ledgers.map(realPath))
  const hit = outputs.find(({ path }) => read.has(realPath(path)))
  if (hit === undefined) return
  throw new UsageError(`“${hit.path}”是本次检查的台账，不能把报告写在上面，请换一个文件名`)
}

/** @throws UsageError where a file can't be written */
export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  terminal: Terminal | undefined,
): Promise<void> {
  for (const { path, format } of outputs) {
    const write = await FORMATS[format].load()
    const content = await write(report, FILE_PAGE)
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
