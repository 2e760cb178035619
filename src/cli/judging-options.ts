import type { Command } from 'commander'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { DateRange } from '../calendar/range.ts'
import { dateValue, periodValue, repeated, wholeNumber } from './option-values.ts'

/** What every command that judges ledgers may be told. */
export interface JudgingOptions extends RuleOptions {
  readonly asOf?: PlainDate
  readonly period?: DateRange
  readonly branch?: readonly string[]
  readonly corpus?: readonly string[]
  readonly stdinFilename?: string
  readonly quiet?: boolean
  readonly score?: boolean
  /** Threads in all. */
  readonly workers?: number
  readonly cache?: boolean
  /** The commit whose configuration, rulebooks, exemptions and baseline count. */
  readonly settingsFrom?: string
  /** The commit whose exemptions count. */
  readonly exemptionsFrom?: string
  readonly baseline?: string
  /** The commit whose baseline has to know what counts as known. */
  readonly baselineFrom?: string
  readonly changedSince?: string
  /** Whether to look at the times in Git: `undefined` where it costs little. */
  readonly git?: boolean
  /** No option of the command line: what `lectures` wants of the ledgers. */
  readonly onlyLectures?: boolean
  /** Tell how long phases and rules take. */
  readonly timings?: boolean
}

/** What every command that knows rules may be told. */
export interface RuleOptions {
  readonly rules?: readonly string[]
  readonly config?: string
  readonly color?: boolean
}

export function withRuleOptions(command: Command): Command {
  return command
    .option('--rules <规则集>', '用这个规则集代替配置中的，可重复', repeated)
    .option('--config <文件>', '用这个配置文件代替找到的 taizhang.yaml')
}

/** What commands may be told that read ledgers, whatever they make of them; they differ in the period where none is given. */
export function withReadingOptions(command: Command, usualPeriod: string): Command {
  command
    .argument('[路径...]', '台账文件或文件夹，- 为标准输入；\n默认为配置中的 ledgers，否则为当前文件夹')
    .option('--as-of <日期>', '以哪一天为准检查，默认今天', dateValue)
    .option('--period <检查期>', `如 2026、2026Q1、2026-03、2026-01..2026-06；\n默认${usualPeriod}`, periodValue)
  return withRuleOptions(command)
    .option('--branch <支部>', '只看这个支部（名称或编号），可重复', repeated)
    .option('--corpus <文件夹>', '比对党课讲稿用的参考资料，可重复', repeated)
    .option('--workers <个数>', '用几个线程，默认看机器和台账多少；结果不变', wholeNumber('--workers'))
    .option('--no-cache', '不用也不留台账的缓存')
    .option('--timings', '显示各阶段、各规则的用时；这时只用一个线程，不用缓存')
    .option('--stdin-filename <文件名>', '标准输入当作哪个文件来读，用 - 时必须写明')
    .option('--quiet', '不显示进度和提示；没有写明 --format 时，\n也不在屏幕上显示报告')
}

export function withJudgingOptions(command: Command): Command {
  return withReadingOptions(command, '当年年初至检查日')
    .option('--git', '台账很多时也看 Git 里的提交时间')
    .option('--no-git', '不看 Git 里的提交时间')
}
