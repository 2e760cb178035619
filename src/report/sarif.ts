import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif'
import { citation } from '../rectification/items.ts'
import type { Severity } from '../rulebook/schema.ts'
import type { Evidence } from '../source/place.ts'
import { withCleanText } from './clean-text.ts'
import { NATURE_WORDS } from './display-words.ts'
import type { Format } from './format.ts'
import { INTAKE_PREFIX, type Issue, issuesOf } from './issues.ts'
import { acceptedResults } from './sarif-limits.ts'
import type { Report, RuleSummary } from './schema.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
const LEVELS: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note' }
/** What code scanning takes: longer descriptions are cut there without a word. Characters. */
const LONGEST_DESCRIPTION = 1024
/** Locations of one result that code scanning takes. */
const MOST_LOCATIONS = 100

/**
 * SARIF 2.1.0: one run, as code scanning wants it, and no more than that takes: worst first, and what is left out is told.
 * Exempted findings are no results, for it would show them as alerts.
 */
export const sarif: Format = (given, page) => {
  const report = withCleanText(given)
  const issues = issuesOf(report, page)
  const rules = [...report.rules.map(ruleDescriptor), ...intakeDescriptors(issues)]
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const all = issues.map((issue) => result(issue, indexes.get(issue.rule) ?? -1))
  const results = acceptedResults(all)
  const cutting = results.length < all.length ? [cuttingNotice(all.length, results.length)] : []
  for (const notice of cutting) page.tell?.(notice)
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            rules,
          },
        },
        automationDetails: { id: `${report.tool.name}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.crashes.length === 0,
            toolExecutionNotifications: [...report.crashes.map(crashNotification), ...cutting.map(warning)],
          },
        ],
        results: [...results],
        properties: { asOf: report.asOf, period: report.period, exempted: report.exempted },
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function cuttingNotice(all: number, listed: number): string {
  return `SARIF 报告只列出最重要的 ${listed} 条，另有 ${all - listed} 条未列出：GitHub 一次最多收 25000 条、压缩后 10 MB，再多就整份不收；全部问题见其他格式的报告`
}

function warning(text: string): Notification {
  return { level: 'warning', message: { text } }
}

function ruleDescriptor({ id, title, nature, severity, judged, basis, remedy }: RuleSummary): ReportingDescriptor {
  const help = [
    ['依据', basis.map(citation).join('；')],
    ['怎样判定', judged],
    ['怎样整改', remedy],
  ] as const
  return {
    id,
    shortDescription: { text: cut(title) },
    fullDescription: { text: cut(judged) },
    defaultConfiguration: { level: LEVELS[severity] },
    help: {
      text: help.map(([label, text]) => `${label}：${text}`).join('\n'),
      markdown: help.map(([label, text]) => `**${label}** ${text}`).join('\n\n'),
    },
    properties: {
      tags: [id.split('/')[0] ?? id, NATURE_WORDS[nature]],
      precision: nature === 'breach' ? 'high' : 'medium',
    },
  }
}

function intakeDescriptors(issues: readonly Issue[]): ReportingDescriptor[] {
  const codes = new Set(issues.map(({ rule }) => rule).filter((rule) => rule.startsWith(INTAKE_PREFIX)))
  return [...codes].sort().map((id) => ({
    id,
    shortDescription: { text: '台账读入情况' },
    fullDescription: { text: '台账里读不出、读不全或按推断读取的内容。' },
    help: { text: '按提示改正台账的写法后重新检查。' },
    properties: { tags: ['intake'], precision: 'high' },
  }))
}

function result({ rule, severity, message, evidence, fingerprint, finding }: Issue, ruleIndex: number): Result {
  const [first, ...others] = evidence
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: first === undefined ? [] : [location(first)],
    ...(others.length > 0 && {
      relatedLocations: others.slice(0, MOST_LOCATIONS - 1).map((one, id) => ({ id, ...location(one) })),
    }),
    // Code scanning reads the first and no other; the second is ours, whatever becomes of the first.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'taizhangFinding/v1': fingerprint },
    ...(finding && { properties: { ...finding } }),
  }
}

function location({ file, line, column, excerpt, sheet, cell }: Evidence): Location {
  const where = [sheet, cell].filter((part) => part !== undefined).join(' ')
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: { startLine: line, startColumn: column, ...(excerpt !== '' && { snippet: { text: excerpt } }) },
    },
    ...(where !== '' && { logicalLocations: [{ fullyQualifiedName: where }] }),
  }
}

/** Percent-encoded segment by segment: most paths hold Chinese. */
function uriOf(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${path}` : path
}

function crashNotification({ rule, branch, message }: Report['crashes'][number]): Notification {
  return {
    level: 'error',
    message: { text: `${branch}：${message}` },
    associatedRule: { id: rule },
  }
}

function cut(text: string): string {
  const characters = [...text]
  return characters.length <= LONGEST_DESCRIPTION ? text : `${characters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…`
}
