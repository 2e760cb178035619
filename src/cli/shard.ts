import { setupKey } from '../node/cache-folder.ts'
import { isOfFileSystem, reasonOf } from '../node/file-problem.ts'
import { examineLedger } from '../node/judge-ledger.ts'
import type { Terminal } from '../node/terminal.ts'
import { FORMATS } from '../report/formats.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'
import type { JudgingOptions } from './judging-options.ts'
import { openInput } from './opened-input.ts'
import type { ReportOptions } from './report-options.ts'
import { outputsFor, spareInputs } from './report-output.ts'
import { settingFiles } from './setting-files.ts'

/** One of several runs that share the files out among them. */
export interface Shard {
  readonly part: number
  readonly of: number
}

export function shardValue(text: string): Shard {
  const [, part, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  const shard = { part: Number(part), of: Number(of) }
  if (part === undefined || shard.part < 1 || shard.part > shard.of) {
    throw new UsageError(`--shard 应写成 第几份/共几份，如 1/4，不能是“${text}”`)
  }
  return shard
}

/**
 * Reads every `of`-th file and writes what was read down for `taizhang merge`: judging needs the other files too.
 *
 * @throws SetupError
 * @throws UsageError
 */
export async function writeShard(
  given: readonly string[],
  shard: Shard,
  options: JudgingOptions & ReportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  requirePartOptions(options)
  const [output, ...others] = outputsFor(options.output ?? [], FORMATS)
  if (output?.format !== 'json' || others.length > 0) {
    throw new UsageError('用 --shard 时，请用 -o 写明一个 .json 文件，如 -o part1.json')
  }
  const { path } = output
  const { listingOf, writePartFile } = await import('../node/part-file.ts')
  const { project, context, found, beside, problems, notices } = await openInput(given, options)
  spareInputs([output], [...found.files.map((file) => file.path), ...settingFiles(project, context.setup)])
  for (const notice of notices) terminal.say(notice)
  const { asOf, period, isToDate, branches, corpus, roster, isPartial, isNarrowed } = context.setup
  const isFirst = shard.part === 1
  const mine = found.files.filter((_, index) => index % shard.of === shard.part - 1)
  async function* examined() {
    if (isFirst) yield* beside
    for (const file of mine) {
      const one = await examineLedger(file, context)
      if (one !== undefined) yield one
    }
  }
  const header = {
    taizhangPart: 1 as const,
    key: setupKey(context.setup, project),
    ...shard,
    asOf,
    ...(!isToDate && { period }),
    branches: [...branches],
    ...(options.rules !== undefined && { rules: [...options.rules] }),
    listing: listingOf(found.files),
    isPartial,
    isNarrowed,
    roster: [...roster],
    corpus: [...corpus],
    problems: isFirst ? [...problems] : [],
  }
  await writePartFile(path, header, examined()).catch((error: unknown) => {
    throw isOfFileSystem(error) ? new UsageError(`“${path}”无法写入（${reasonOf(error)}）`) : error
  })
  if (options.quiet !== true)
    terminal.say(`已写入 ${path}（第 ${shard.part} 份，共 ${shard.of} 份，${mine.length} 个文件）`)
  return EXIT.clean
}

/** What is said of the report belongs to the merging: a part has none, and would drop it without a word. */
const OF_THE_REPORT = {
  format: '--format',
  baseline: '--baseline',
  baselineFrom: '--baseline-from',
  exemptionsFrom: '--exemptions-from',
  score: '--score',
} as const

function requirePartOptions(options: JudgingOptions & ReportOptions): void {
  const keys = Object.keys(OF_THE_REPORT) as (keyof typeof OF_THE_REPORT)[]
  const given = keys.filter((key) => options[key] !== undefined).map((key) => OF_THE_REPORT[key])
  if (given.length > 0) throw new UsageError(`用 --shard 时没有报告，${given.join('、')} 请写在 taizhang merge 后面`)
}
