import { concludeFiles } from '../check.ts'
import type { Terminal } from '../node/terminal.ts'
import { FORMATS } from '../report/formats.ts'
import type { Report } from '../report/schema.ts'
import { keepBaseline } from './baseline.ts'
import type { ExitCode } from './exit.ts'
import { exitOf } from './fail-on.ts'
import type { JudgedInput } from './input.ts'
import type { ReportOptions } from './report-options.ts'
import { outputsFor, spareInputs, writeOutputs, writeToScreen } from './report-output.ts'
import { requireBranches } from './required-branches.ts'
import { appendStepSummary } from './step-summary.ts'

/** Judges all ledgers together and writes the report wherever it is wanted. */
export async function reportOn(
  { setup, judged, join, files, stopwatch }: JudgedInput,
  options: ReportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const outputs = outputsFor(options.output ?? [], FORMATS)
  spareInputs(outputs, options.baseline === undefined ? files : [...files, options.baseline])
  const { report, baseline } = concludeFiles(judged, setup, join)
  stopwatch?.phase('跨支部判断、汇总')
  requireBranches(setup.branches, report.branches)
  await writeToScreen(report, FORMATS, options, terminal)
  const told = options.quiet === true ? undefined : terminal
  await writeOutputs(report, FORMATS, outputs, told)
  if (options.format === 'github') await appendStepSummary(report, terminal)
  tellCrashes(report, terminal)
  if (options.baseline !== undefined)
    await keepBaseline(options.baseline, { before: setup.baseline, after: baseline }, report, told)
  stopwatch?.phase('写报告')
  for (const line of stopwatch?.lines() ?? []) terminal.say(line)
  return exitOf(report, options.failOn)
}

/** Not every format has a place for what broke down, and nobody should wonder about an exit code. */
function tellCrashes({ crashes }: Report, terminal: Terminal): void {
  const [first] = crashes
  if (first === undefined) return
  const more = crashes.length > 1 ? `等 ${crashes.length} 处` : ''
  terminal.say(`错误：检查项目 ${first.rule} 出错，没有判断完（${first.branch}：${first.message}）${more}`)
}
