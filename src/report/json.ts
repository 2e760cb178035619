import { byCodePoint } from '../text/order.ts'
import type { Format } from './format.ts'
import { jsonText } from './json-text.ts'
import type { Report } from './schema.ts'

/** The report as it is (spec: the JSON report), the keys of `data` in the order of their code points. */
export const json: Format = (report) => jsonText(withOrderedData(report))

function withOrderedData(report: Report): Report {
  const branches = report.branches.map((branch) => ({
    ...branch,
    findings: branch.findings.map((finding) => ({ ...finding, data: ordered(finding.data) })),
  }))
  return { ...report, branches }
}

function ordered<T>(value: T): T
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b))
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]))
}
