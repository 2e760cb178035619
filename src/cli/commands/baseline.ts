import { existsSync } from 'node:fs'
import process from 'node:process'
import type { Command } from 'commander'
import { concludeFiles } from '../../check.ts'
import { usualBaselinePath } from '../../node/baseline-file.ts'
import type { Terminal } from '../../node/terminal.ts'
import { baselineOf } from '../../rectification/baseline.ts'
import type { Setup } from '../../setup.ts'
import { writeBaseline } from '../baseline.ts'
import type { Does } from '../command.ts'
import { EXIT, UsageError } from '../exit.ts'
import { judgeInput } from '../input.ts'
import { type JudgingOptions, withJudgingOptions } from '../judging-options.ts'
import { spareInputs } from '../report-output.ts'
import { requireBranches } from '../required-branches.ts'
import { projectOf } from '../setup.ts'

interface Options extends JudgingOptions {
  readonly output?: string
}

/** `taizhang baseline`: writes down the findings that there are, so that `check --baseline` tells only of new ones. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withJudgingOptions(command)
    .option('-o, --output <文件>', '写到哪里，默认为配置旁边的 taizhang-baseline.json')
    .option('--exemptions-from <提交>', '豁免以这个提交、分支上的为准，如 origin/main')
    .action(
      does(async (paths: readonly string[], options: Options) => {
        const path = options.output ?? usualBaselinePath(projectOf(options), process.cwd())
        const { setup, judged, join, files } = await judgeInput(paths, options, terminal)
        spareInputs([{ path }], files)
        spareOtherBranches(path, setup)
        const { report } = concludeFiles(judged, setup, join)
        requireBranches(setup.branches, report.branches)
        if (report.crashes.length > 0) {
          terminal.say('错误：有检查项目出错，没有判断完，基线没有写；请用 taizhang check 查看')
          return EXIT.undone
        }
        const baseline = baselineOf(report.branches)
        await writeBaseline(path, baseline)
        const lost = report.intake.filter(({ severity }) => severity === 'error').length
        if (options.quiet !== true) {
          terminal.say(`已写入 ${path}：${report.branches.length} 个支部，已有问题 ${baseline.findings.length} 项`)
          if (lost > 0) terminal.say(`注意：台账有 ${lost} 处没有读进来，不在基线之内，请用 taizhang check 查看`)
        }
        return EXIT.clean
      }),
    )
}

/** A baseline of some branches put in the place of one of all would bring back what it knew of the others. */
function spareOtherBranches(path: string, { branches, isPartial }: Setup): void {
  if (!existsSync(path) || (branches.length === 0 && !isPartial)) return
  throw new UsageError(
    `这次只看了一部分台账，写到“${path}”会丢掉其中别的支部的问题；请看全部台账重写，或用 -o 写到另一个文件`,
  )
}
