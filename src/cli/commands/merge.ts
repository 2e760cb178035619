import type { Command } from 'commander'
import { filesToJoin, type JudgedFile, judgeFile } from '../../check.ts'
import { setupKey } from '../../node/cache-folder.ts'
import { isOfFileSystem, reasonOf } from '../../node/file-problem.ts'
import type { ExaminedFile } from '../../node/judge-ledger.ts'
import { openStowed, stowFile } from '../../node/judgement-cache.ts'
import { stowIn } from '../../node/packed.ts'
import { DamagedPart, type PartHeader, readPartFile, readPartHeader } from '../../node/part-file.ts'
import type { Project } from '../../node/project.ts'
import { ScratchFile } from '../../node/scratch-file.ts'
import type { Terminal } from '../../node/terminal.ts'
import { FORMATS } from '../../report/formats.ts'
import type { Setup } from '../../setup.ts'
import type { Does } from '../command.ts'
import { UsageError } from '../exit.ts'
import { isRead, type JudgedInput } from '../input.ts'
import { type JudgingOptions, type RuleOptions, withRuleOptions } from '../judging-options.ts'
import { type ReportOptions, withReportOptions } from '../report-options.ts'
import { outputsFor } from '../report-output.ts'
import { reportOn } from '../report-run.ts'
import { settingFiles } from '../setting-files.ts'
import { projectToJudgeBy, setupOf } from '../setup.ts'

type Options = RuleOptions & ReportOptions & { readonly score?: boolean }

/** `taizhang merge`: the report of a run that was shared out with `check --shard`. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withReportOptions(withRuleOptions(command))
    .argument('<文件...>', 'check --shard 写出的各份文件')
    .option('--quiet', '不显示提示；没有写明 --format 时也不在屏幕上显示报告')
    .action(
      does(async (paths: readonly string[], options: Options) => {
        outputsFor(options.output ?? [], FORMATS)
        return reportOn(await mergedInput(paths, options), options, terminal)
      }),
    )
}

async function mergedInput(paths: readonly string[], options: Options): Promise<JudgedInput> {
  const headers = await Promise.all(paths.map(headerOf))
  const [first] = headers
  if (first === undefined) throw new UsageError('没有要合并的文件')
  requireWhole(headers)
  const { setup, project } = await setupFor(first, options)
  // Parts are made where there is much: what was judged is put away as it comes.
  const scratch = new ScratchFile()
  const judged: JudgedFile[] = []
  for await (const { part, scripts } of allFiles(paths)) {
    judged.push(openStowed(stowFile({ judged: judgeFile(part, setup, scripts) }), scratch))
  }
  if (!judged.some(isRead)) throw new UsageError('没有找到台账：各份里没有一本可读的台账，请核对 check --shard 的路径')
  const wanted = new Set(filesToJoin(judged))
  const again: ExaminedFile[] = []
  if (wanted.size > 0) for await (const one of allFiles(paths)) if (wanted.has(one.part.path)) again.push(one)
  return {
    setup: { ...setup, stow: stowIn(scratch) },
    judged,
    join: {
      parts: again.map(({ part }) => part),
      scripts: new Map(again.flatMap(({ scripts }) => [...scripts])),
      problems: headers.flatMap(({ problems }) => problems),
    },
    files: [...paths, ...settingFiles(project, setup)],
  }
}

/** @throws UsageError where the rules or the configuration are not those that the parts were made with */
async function setupFor(header: PartHeader, options: Options): Promise<{ setup: Setup; project: Project }> {
  const { asOf, period, branches, rules, roster, corpus, isPartial, isNarrowed } = header
  const judging: JudgingOptions = {
    ...options,
    asOf,
    ...(period !== undefined && { period }),
    branch: branches,
    ...(rules !== undefined && { rules }),
  }
  const project = await projectToJudgeBy(judging)
  const setup = { ...(await setupOf(judging, project, corpus)), roster, isPartial, isNarrowed }
  if (setupKey(setup, project) === header.key) return { setup, project }
  throw new UsageError('各份文件是用另一个版本、另一份配置或另一套规则读的，请在同一个文件夹、用同样的选项合并')
}

function requireWhole(headers: readonly PartHeader[]): void {
  const [first] = headers
  const sameRun = headers.every(({ part: _, problems: __, ...rest }) => {
    const { part: ___, problems: ____, ...wanted } = first ?? {}
    return JSON.stringify(rest) === JSON.stringify(wanted)
  })
  if (!sameRun) throw new UsageError('这些文件不是同一次检查的各份，日期、检查期、规则、台账的文件或总份数不一致')
  const given = headers.map(({ part }) => part).sort((a, b) => a - b)
  const missing = Array.from({ length: first?.of ?? 0 }, (_, index) => index + 1).filter(
    (part) => !given.includes(part),
  )
  if (missing.length > 0) throw new UsageError(`共 ${first?.of} 份，缺第 ${missing.join('、')} 份`)
  if (given.length > (first?.of ?? 0)) throw new UsageError('有的份给了两次，每份只能给一次')
}

async function headerOf(path: string): Promise<PartHeader> {
  try {
    return await readPartHeader(path)
  } catch (error) {
    if (isOfFileSystem(error)) throw new UsageError(`“${path}”无法读取（${reasonOf(error)}）`)
    throw new UsageError(`“${path}”不是 check --shard 写出的文件`)
  }
}

async function* allFiles(paths: readonly string[]): AsyncIterable<ExaminedFile> {
  try {
    for (const path of paths) yield* readPartFile(path)
  } catch (error) {
    if (!(error instanceof DamagedPart)) throw error
    throw new UsageError(`“${error.message}”不完整或被改动过，请重新取得，或用 check --shard 重新写这一份`)
  }
}
