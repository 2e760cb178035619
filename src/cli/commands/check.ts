import type { Command } from 'commander'
import type { Terminal } from '../../node/terminal.ts'
import { FORMATS } from '../../report/formats.ts'
import type { Does } from '../command.ts'
import { UsageError } from '../exit.ts'
import { judgeInput } from '../input.ts'
import { type JudgingOptions, withJudgingOptions } from '../judging-options.ts'
import { type ReportOptions, withReportOptions } from '../report-options.ts'
import { outputsFor } from '../report-output.ts'
import { reportOn } from '../report-run.ts'
import { type Shard, shardValue, writeShard } from '../shard.ts'

interface Options extends JudgingOptions, ReportOptions {
  readonly shard?: Shard
}

/** `taizhang check`: findings for each branch, then the rectification list. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withReportOptions(withJudgingOptions(command))
    .option('--changed-since <提交>', '台账照样整本判断，只报告此后改动过的台账里的支部，\n如 origin/main')
    .option('--shard <第几份/共几份>', '只读其中一份台账，写成 -o 指明的 .json，\n供 taizhang merge 合并', shardValue)
    .action(
      does(async (paths: readonly string[], options: Options) => {
        if (options.shard !== undefined && options.changedSince !== undefined) {
          throw new UsageError('--shard 与 --changed-since 不能同时使用')
        }
        if (options.shard !== undefined) return writeShard(paths, options.shard, options, terminal)
        outputsFor(options.output ?? [], FORMATS)
        return reportOn(await judgeInput(paths, options, terminal), options, terminal)
      }),
    )
}
