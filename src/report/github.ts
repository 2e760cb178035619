import { SEVERITIES, type Severity } from '../rulebook/schema.ts'
import { withCleanText } from './clean-text.ts'
import type { Format } from './format.ts'
import { type Issue, issuesOf } from './issues.ts'
import type { Report } from './schema.ts'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }
/** GitHub shows about so many annotations of each kind of one step, and hides the rest without a word. */
const SHOWN = 10

/** Workflow commands that GitHub turns into annotations, worst first; what it would hide is counted and told. */
export const github: Format = (given, page) => {
  const report = withCleanText(given)
  const issues = [...crashesIn(report), ...issuesOf(report, page)]
  const titles = new Map(report.rules.map(({ id, title }) => [id, title]))
  const bySeverity = SEVERITIES.map((severity) => issues.filter((issue) => issue.severity === severity))
  const isTooMany = bySeverity.some((ofSeverity) => ofSeverity.length > SHOWN)
  const shown = bySeverity.flatMap((ofSeverity) => ofSeverity.slice(0, roomFor(ofSeverity, isTooMany)))
  const lines = shown.map((issue) => command(issue, titles.get(issue.rule) ?? issue.rule))
  if (isTooMany)
    lines.push(
      `::notice title=另有 ${issues.length - shown.length} 条未在此列出::GitHub 每类只显示前 ${SHOWN} 条，全部问题见本步骤的汇总或报告文件`,
    )
  return lines.map((line) => `${line}\n`).join('')
}

/** That more is hidden is itself a notice, and must not be the one that is. */
function roomFor([first]: readonly Issue[], isTooMany: boolean): number {
  return isTooMany && first?.severity === 'info' ? SHOWN - 1 : SHOWN
}

/** Rules that broke down, each once, before all that was found: the rest may be wanting for it. */
function crashesIn({ crashes }: Report): Issue[] {
  return [...new Map(crashes.map((crash) => [crash.rule, crash])).values()].map(({ rule, branch, message }) => ({
    rule,
    severity: 'error',
    message: `检查程序出错，没有判断完（${branch}：${message}）`,
    evidence: [],
    fingerprint: rule,
  }))
}

function command({ severity, message, evidence: [first], finding }: Issue, title: string): string {
  const properties = [
    ...(first === undefined ? [] : [`file=${property(first.file)}`, `line=${first.line}`, `col=${first.column}`]),
    `title=${property(title)}`,
  ]
  const remedy = finding === undefined ? '' : `。${finding.remedy}`
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message + remedy)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
