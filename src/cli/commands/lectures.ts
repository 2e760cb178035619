import type { Command } from 'commander'
import { compareLectures } from '../../lectures.ts'
import type { Terminal } from '../../node/terminal.ts'
import { LECTURES_FORMAT_NAMES, LECTURES_FORMATS, type LecturesFormatName } from '../../report/lectures/formats.ts'
import type { LecturesReport } from '../../report/lectures/model.ts'
import { PROBLEMS_TITLE, problemText } from '../../report/lectures/words.ts'
import type { Does } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { judgeInput } from '../input.ts'
import { type JudgingOptions, withReadingOptions } from '../judging-options.ts'
import { oneOf } from '../option-values.ts'
import { outputOption } from '../report-options.ts'
import { outputsFor, type ScreenOptions, spareInputs, writeOutputs, writeToScreen } from '../report-output.ts'
import { requireBranches } from '../required-branches.ts'

interface Options extends JudgingOptions, ScreenOptions<LecturesFormatName> {
  readonly output?: readonly string[]
}

/** `taizhang lectures`: what lectures have in common, with the passages side by side. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withReadingOptions(command, '不限')
    .option(
      '--format <格式>',
      `屏幕（标准输出）上的格式，默认 pretty：\n${LECTURES_FORMAT_NAMES.join('、')}`,
      oneOf('--format', LECTURES_FORMAT_NAMES),
    )
    .option(...outputOption('html=比对'))
    .action(does((paths: readonly string[], options: Options) => compare(paths, options, terminal)))
}

async function compare(paths: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode> {
  const outputs = outputsFor(options.output ?? [], LECTURES_FORMATS)
  const { setup, judged, join, files, stopwatch } = await judgeInput(
    paths,
    { ...options, git: false, onlyLectures: true },
    terminal,
  )
  spareInputs(outputs, files)
  const { report, branches } = compareLectures(judged, setup, join, options.period)
  requireBranches(setup.branches, branches)
  stopwatch?.phase('比对讲稿')
  await writeToScreen(report, LECTURES_FORMATS, options, terminal)
  const told = options.quiet === true ? undefined : terminal
  await writeOutputs(report, LECTURES_FORMATS, outputs, told)
  if (options.format !== undefined && options.format !== 'pretty') tellProblems(report, told)
  for (const line of stopwatch?.lines() ?? []) terminal.say(line)
  return exitOf(report)
}

/** Nobody reads a page or a document while it is written. */
function tellProblems({ problems }: LecturesReport, told: Terminal | undefined): void {
  for (const problem of problems) told?.say(`${PROBLEMS_TITLE}：${problemText(problem)}`)
}

/** That lectures are alike is no finding by itself; that a ledger could not be read is one. */
function exitOf({ problems }: LecturesReport): ExitCode {
  return problems.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.clean
}
