import type { Command } from 'commander'
import type { FormatName } from '../report/formats.ts'
import { SCREEN_FORMAT_NAMES } from '../report/formats.ts'
import { FAIL_LEVELS, type FailOn } from './fail-on.ts'
import { oneOf, repeated } from './option-values.ts'

/** What every command that ends in a report may be told of it. */
export interface ReportOptions {
  readonly format?: FormatName
  readonly output?: readonly string[]
  readonly failOn: FailOn
  readonly quiet?: boolean
  readonly color?: boolean
  readonly baseline?: string
}

export function withReportOptions(command: Command): Command {
  return command
    .option(
      '--format <格式>',
      `屏幕（标准输出）上的格式，默认 pretty：\n${SCREEN_FORMAT_NAMES.join('、')}`,
      oneOf('--format', SCREEN_FORMAT_NAMES),
    )
    .option(...outputOption('gitlab=报告.json'))
    .option('--baseline <文件>', '只报基线中没有的新问题，改好的从基线中去掉')
    .option('--settings-from <提交>', '配置、本单位规则、豁免和基线都以这个提交、\n分支上的为准，如 origin/main')
    .option('--baseline-from <提交>', '基线以这个提交、分支上的为准，如 origin/main；\n与 --baseline 一起用')
    .option('--exemptions-from <提交>', '豁免以这个提交、分支上的为准，如 origin/main')
    .option(
      '--fail-on <等级>',
      '有这一等级及以上的问题时退出码为 1：\nerror、warning、info、never',
      oneOf('--fail-on', FAIL_LEVELS),
      'error',
    )
    .option('--score', '给出得分和等次')
}

/** `-o`, with an example of a file whose extension does not tell its format. */
export function outputOption(example: string) {
  const text = `把报告写入文件，格式由扩展名决定，可重复；\n扩展名说不清的写 格式=文件，如 ${example}`
  return ['-o, --output <文件>', text, repeated] as const
}
