import { Report } from '../../src/report/schema.ts'
import { folderWith } from '../node/folder.ts'
import { type Run, type RunOptions, taizhang } from './program.ts'

/** One rule, so that the tests stand still while the built-in rules grow. */
export const RULEBOOK = `rules:
  test/assembly:
    title: 支部党员大会每季度至少召开一次
    check: frequency
    with: {kind: 党员大会, per: quarter, atLeast: 1}
    basis: [{document: 中国共产党支部工作条例（试行）, rank: 中央}]
    nature: breach
    severity: error
    remedy: 据实补开，注明补开所属期次和原因。
    within: 15
    judged: 每季度至少有一条记录。
`

/** A branch of which only the presence of 党员大会 is looked at: in order with these three. */
export function ledger(name: string, dates: readonly string[] = ['2026-03-12', '2026-06-11', '2026-09-10']): string {
  const meetings = dates.map((date) => `  - {类型: 党员大会, 日期: ${date}}`)
  return [`支部: {名称: ${name}}`, '组织生活:', ...meetings, ''].join('\n')
}

export const CONFIG = 'extends: ./our-rules.yaml\nledgers: 台账\n'

/** A project whose only rule is `test/assembly`. */
export function project(files: Readonly<Record<string, string>>): string {
  return folderWith({ 'our-rules.yaml': RULEBOOK, 'taizhang.yaml': CONFIG, ...files })
}

/** Judges the project as of the end of October 2026. */
export function check(cwd: string, args: readonly string[] = [], options: RunOptions = {}): Run {
  return taizhang(['check', ...args, '--as-of', '2026-10-31'], { ...options, cwd })
}

export function reportOf({ stdout, stderr }: Run): Report {
  if (stdout === '') throw new Error(stderr)
  return Report.parse(JSON.parse(stdout))
}

/** Branch and subject of each finding. */
export function found(report: Report): string[] {
  return report.branches.flatMap(({ name, findings }) => findings.map(({ subject }) => `${name} ${subject}`))
}
