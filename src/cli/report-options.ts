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
}

export function withReportOptions(command: Command): Command {
  return command
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
}
