import { byCodePoint } from '../text/order.ts'
import type { Format } from './format.ts'
import { jsonText } from './json-text.ts'
import type { BranchReport, Report } from './schema.ts'

/** The report as it is (spec: the JSON report), the keys of `data` in the order of their code points, branch by branch. */
export const json: Format = (report) => pieces(report)

/** The same text as `jsonText` of the whole report. */
function* pieces(report: Report): Iterable<string> {
  let opening = '{'
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined) continue
    yield `${opening}\n  ${JSON.stringify(key)}: `
    if (key === 'branches') yield* listed(withOrderedData(report.branches))
    else if (Array.isArray(value)) yield* listed(value)
    else yield nested(value, '  ')
    opening = ','
  }
  yield '\n}\n'
}

function* listed(items: Iterable<unknown>): Iterable<string> {
  let opening = '['
  for (const item of items) {
    yield `${opening}\n    ${nested(item, '    ')}`
    opening = ','
  }
  yield opening === '[' ? '[]' : '\n  ]'
}

/** The value as it stands within others; no text of it holds a line break of its own. */
function nested(value: unknown, indent: string): string {
  return jsonText(value).trimEnd().replaceAll('\n', `\n${indent}`)
}

/** One after another: the findings of a branch may have been put away, and all of them are not to come back at once. */
function* withOrderedData(branches: readonly BranchReport[]): Iterable<BranchReport> {
  for (const branch of branches) {
    const { findings, ...rest } = branch
    yield { ...rest, findings: findings.map((finding) => ({ ...finding, data: ordered(finding.data) })) }
  }
}

function ordered<T>(value: T): T
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b))
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]))
}
