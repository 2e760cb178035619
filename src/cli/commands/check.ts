import type { Command } from 'commander'
import { concludeFiles } from '../../check.ts'
import type { Terminal } from '../../node/terminal.ts'
import { type FormatName, SCREEN_FORMAT_NAMES } from '../../report/formats.ts'
import type { Does } from '../command.ts'
import { exitOf, FAIL_LEVELS, type FailOn } from '../fail-on.ts'
import { judgeInput } from '../input.ts'
import { type JudgingOptions, withJudgingOptions } from '../judging-options.ts'
import { oneOf, repeated } from '../option-values.ts'
import { outputsFor, spareLedgers, writeOutputs, writeToScreen } from '../report-output.ts'
import { requireBranches } from '../required-branches.ts'

interface Options extends JudgingOptions {
  readonly format?: FormatName
  readonly output?: readonly string[]
  readonly failOn: FailOn
}

/** `taizhang check`: findings for each branch, then the rectification list. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withJudgingOptions(command)
    .option(
      '--format <格式>',
      `屏幕（标准输出）上的格式，默认 pretty：\n${SCREEN_FORMAT_NAMES.join('、')}`,
      oneOf('--format', SCREEN_FORMAT_NAMES),
    )
    .option('-o, --output <文件>', '把报告写入文件，格式由扩展名决定，可重复', repeated)
    .option(
      '--fail-on <等级>',
      '有这一等级及以上的问题时退出码为 1：\nerror、warning、info、never',
      oneOf('--fail-on', FAIL_LEVELS),
      'error',
    )
    .option('--score', '给出得分和等次')
    .action(
      does(async (paths: readonly string[], options: Options) => {
        const outputs = outputsFor(options.output ?? [])
        const { setup, judged, join, files } = await judgeInput(paths, options, terminal)
        spareLedgers(outputs, files)
        const report = concludeFiles(judged, setup, join)
        requireBranches(options.branch ?? [], report)
        await writeToScreen(report, options, terminal)
        await writeOutputs(report, outputs, options.quiet === true ? undefined : terminal)
        return exitOf(report, options.failOn)
      }),
    )
}
