import type { Finding, Verdict } from '../engine/finding.ts'
import type { Evidence } from '../source/place.ts'
import { branchLabel } from './branch-sheet.ts'
import { withCleanText } from './clean-text.ts'
import { INTAKE_TITLE, OUTCOME_WORDS } from './display-words.ts'
import type { Format, Page } from './format.ts'
import { repositoryPath } from './issues.ts'
import { placeLabel } from './place-label.ts'
import type { BranchReport, Report } from './schema.ts'

type Result = 'passed' | 'failure' | 'error' | 'skipped'

interface Case {
  readonly name: string
  /** Where to look first, of what failed. */
  readonly place?: Evidence | undefined
  readonly category: string
  readonly result: Result
  readonly message: string
  readonly detail: string
}

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

/** JUnit XML as CI servers read it: a suite for each branch, a case for each rule. No times, no clock. */
export const junit: Format = (given, page) => {
  const report = withCleanText(given)
  const titles = new Map(report.rules.map(({ id, title }) => [id, title]))
  const suites = [...report.branches.map((branch) => branchSuite(branch, report, titles)), ...intakeSuite(report)]
  const all = suites.flatMap(({ cases }) => cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="taizhang" ${countsOf(all)}>`,
    ...suites.flatMap((suite) => suiteLines(suite, page)),
    '</testsuites>',
    '',
  ].join('\n')
}

function branchSuite(branch: BranchReport, { crashes, exempted }: Report, titles: ReadonlyMap<string, string>): Suite {
  const crashed = new Map(crashes.filter((one) => one.branch === branch.id).map(({ rule, message }) => [rule, message]))
  return {
    name: branchLabel(branch),
    cases: branch.verdicts.map((verdict) => {
      const findings = branch.findings.filter(({ rule }) => rule === verdict.rule)
      const excused = exempted.filter((one) => one.branch === branch.id && one.rule === verdict.rule)
      return {
        name: titles.get(verdict.rule) ?? verdict.rule,
        category: verdict.rule,
        ...resultOf(verdict, { findings, excused, crash: crashed.get(verdict.rule) }),
      }
    }),
  }
}

/** What is known of a rule beside its verdict. */
interface Beside {
  readonly findings: readonly Finding[]
  readonly excused: Report['exempted']
  readonly crash: string | undefined
}

function resultOf(
  { outcome, reason = '' }: Verdict,
  { findings, excused, crash }: Beside,
): Omit<Case, 'name' | 'category'> {
  if (crash !== undefined) return { result: 'error', message: crash, detail: '' }
  if (outcome === 'pass' && excused.length > 0) {
    const told = excused.map((one) => `${one.subject}（${one.reason}）`).join('；')
    return { result: 'skipped', message: `${OUTCOME_WORDS.exempt}：${told}；其余${OUTCOME_WORDS.pass}`, detail: '' }
  }
  if (outcome === 'pass') return { result: 'passed', message: '', detail: '' }
  if (outcome === 'fail' && findings.length > 0) {
    return {
      result: 'failure',
      place: findings[0]?.evidence[0],
      message: findings.map(({ message }) => message).join('；'),
      detail: findings.map(findingText).join('\n\n'),
    }
  }
  const known = outcome === 'fail' ? '基线中已有的问题' : reason
  return {
    result: 'skipped',
    message: [OUTCOME_WORDS[outcome], known].filter((one) => one !== '').join('：'),
    detail: '',
  }
}

function findingText({ message, evidence, remedy, dueDate }: Finding): string {
  const places = evidence.map((one) => `  ${placeLabel(one)} 「${one.excerpt}」`)
  return [message, ...places, `处理意见：${remedy}`, `整改时限：${dueDate}`].join('\n')
}

/** What could not be read is as good a reason to fail as a finding; what was only guessed is none. */
function intakeSuite({ intake }: Report): Suite[] {
  const lost = intake.filter(({ severity }) => severity !== 'info')
  if (lost.length === 0) return []
  const cases = lost.map(
    ({ code, message, evidence: [first] }): Case => ({
      name: first === undefined ? code : placeLabel(first),
      category: `intake/${code}`,
      place: first,
      result: 'failure',
      message,
      detail: '',
    }),
  )
  return [{ name: INTAKE_TITLE, cases }]
}

function suiteLines({ name, cases }: Suite, page: Page): string[] {
  return [
    `  <testsuite name="${escaped(name)}" ${countsOf(cases)}>`,
    ...cases.flatMap((one) => caseLines(one, page)),
    '  </testsuite>',
  ]
}

function caseLines({ name, category, place, result, message, detail }: Case, page: Page): string[] {
  const at = place && ` file="${escaped(repositoryPath(place.file, page))}" line="${place.line}"`
  const open = `    <testcase name="${escaped(name)}" classname="${escaped(category)}"${at ?? ''}`
  if (result === 'passed') return [`${open}/>`]
  return [
    `${open}>`,
    `      <${result} message="${escaped(message)}">${escaped(detail)}</${result}>`,
    '    </testcase>',
  ]
}

function countsOf(cases: readonly Case[]): string {
  const count = (result: Result) => cases.filter((one) => one.result === result).length
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="0"`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** What XML 1.0 has no way to write. Clean text has none of it but U+FFFE and U+FFFF. */
const NOT_XML = /[\ufffe\uffff]/gu

function escaped(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
