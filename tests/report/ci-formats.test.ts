import { createRequire } from 'node:module'
import { sarifToMarkdown } from '@security-alert/sarif-to-markdown'
import Ajv from 'ajv'
import { parse as parseJunit } from 'junit2json'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../src/report/format.ts'
import { github } from '../../src/report/github.ts'
import { gitlab } from '../../src/report/gitlab.ts'
import { junit } from '../../src/report/junit.ts'
import { PLAIN } from '../../src/report/palette.ts'
import { sarif } from '../../src/report/sarif.ts'
import type { Report } from '../../src/report/schema.ts'
import { branch, finding, report } from './sample-report.ts'

const require = createRequire(import.meta.url)
const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore' })
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'))
const isValidSarif = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))

const CLUE = finding({
  id: '3f9c1a0000000002',
  rule: 'lecture/copied',
  nature: 'clue',
  severity: 'warning',
  subject: '2026-06-12 党课',
  message: '疑似照搬：100%，换行\n::error::假的',
  evidence: [
    { file: './county/台账 一.yaml', line: 7, column: 3, excerpt: '同志们' },
    { file: 'county/b.yaml', line: 9, column: 1, excerpt: '同志们' },
  ],
})

function sample(changes: Partial<Report> = {}): Report {
  return report([branch({ findings: [finding(), CLUE] })], {
    intake: [
      {
        code: 'bad-date',
        severity: 'warning',
        message: '「日期」写作「二月」，读不出是哪一天',
        evidence: [{ file: 'county/xy-01.yaml', line: 30, column: 5, excerpt: '二月' }],
      },
    ],
    ...changes,
  })
}

async function written(format: Format, given: Report): Promise<string> {
  const text = await format(given, { palette: PLAIN, width: 80 })
  if (typeof text !== 'string') throw new Error('not a text')
  return text
}

describe('sarif', () => {
  const log = async (given = sample()): Promise<Log> => JSON.parse(await written(sarif, given))

  test('is valid by the published schema', async () => {
    isValidSarif(await log())
    expect(isValidSarif.errors).toBeNull()
  })

  test('is read by a consumer', async () => {
    const [part] = sarifToMarkdown({ owner: 'o', repo: 'r', branch: 'main', sourceRoot: '' })(await log())
    expect(part?.body).toContain('台账未见2026年4月支部委员会会议记录')
  })

  test('has one run, results by severity, each with both fingerprints and an encoded path', async () => {
    const { runs } = await log()
    expect(runs).toHaveLength(1)
    const results = runs[0]?.results ?? []
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['frequency/committee', 'error'],
      ['lecture/copied', 'warning'],
      ['intake/bad-date', 'warning'],
    ])
    expect(results[1]?.partialFingerprints).toEqual({
      primaryLocationLineHash: '3f9c1a0000000002:1',
      'taizhangFinding/v1': '3f9c1a0000000002',
    })
    expect(results[1]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'county/%E5%8F%B0%E8%B4%A6%20%E4%B8%80.yaml' },
      region: { startLine: 7, startColumn: 3, snippet: { text: '同志们' } },
    })
    expect(results[1]?.relatedLocations).toHaveLength(1)
    for (const result of results) expect(runs[0]?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId)
  })

  test('says that a check broke down', async () => {
    const crashed = sample({ crashes: [{ rule: 'training/hours', branch: 'XY-01', message: 'boom' }] })
    const { runs } = await log(crashed)
    expect(runs[0]?.invocations?.[0]?.executionSuccessful).toBe(false)
    expect(runs[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.associatedRule?.id).toBe('training/hours')
  })
})

describe('gitlab', () => {
  test('is an array with each fingerprint once, paths without ./, and no line in the fingerprint', async () => {
    const twice = sample()
    const issues = JSON.parse(await written(gitlab, { ...twice, intake: [...twice.intake, ...twice.intake] }))
    const fingerprints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)
    expect(new Set(fingerprints).size).toBe(4)
    expect(issues[1]).toEqual({
      description: '杏园社区第一党支部：疑似照搬：100%，换行 ::error::假的',
      check_name: 'lecture/copied',
      fingerprint: '3f9c1a0000000002',
      severity: 'minor',
      location: { path: 'county/台账 一.yaml', lines: { begin: 7 } },
    })
  })
})

describe('github', () => {
  test('escapes what a ledger says, so that it can give no command of its own', async () => {
    const lines = (await written(github, sample())).trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/^::warning file=county\/台账 一.yaml,line=7,col=3,title=/)
    expect(lines[1]).toContain('100%25，换行 ::error::假的')
  })

  test('a rule that broke down comes first, once', async () => {
    const crash = (id: string) => ({ rule: 'training/hours', branch: id, message: '::炸了' })
    const lines = (await written(github, sample({ crashes: [crash('XY-01'), crash('XY-02')] }))).split('\n')
    expect(lines[0]).toBe(
      '::error title=党员每年集中学习培训不少于三十二学时::检查程序出错，没有判断完（XY-02：::炸了）',
    )
    expect(lines[1]).toMatch(/^::error file=/)
  })

  test('shows ten of each kind and tells of the rest', async () => {
    const many = Array.from({ length: 13 }, (_, index) => finding({ id: `id-${index}`, subject: `2026-${index}` }))
    const lines = (await written(github, report([branch({ findings: many })]))).trimEnd().split('\n')
    expect(lines).toHaveLength(11)
    expect(lines[10]).toMatch(/^::notice title=另有 3 条/)
  })

  test('what tells of the rest is one of the ten notices that are shown', async () => {
    const notes = (count: number) => Array.from({ length: count }, (_, n) => finding({ id: `${n}`, severity: 'info' }))
    const lines = async (count: number) =>
      (await written(github, report([branch({ findings: notes(count) })]))).trimEnd().split('\n')
    expect((await lines(10)).at(-1)).toMatch(/^::notice file=/)
    expect(await lines(10)).toHaveLength(10)
    expect((await lines(11)).at(-1)).toMatch(/^::notice title=另有 2 条/)
    expect(await lines(11)).toHaveLength(10)
  })
})

describe('junit', () => {
  test('is read by a consumer: a suite a branch, a case a rule, what was not judged skipped', async () => {
    const crashed = sample({ crashes: [{ rule: 'training/hours', branch: 'XY-01', message: '<boom>' }] })
    const parsed = await parseJunit(await written(junit, crashed))
    const suites = parsed !== undefined && parsed !== null && 'testsuite' in parsed ? (parsed.testsuite ?? []) : []
    expect(
      suites.map(({ name, tests, failures, errors, skipped }) => [name, tests, failures, errors, skipped]),
    ).toEqual([
      ['杏园社区第一党支部（XY-01）', 4, 1, 1, 1],
      ['台账读入情况', 1, 1, 0, 0],
    ])
    expect(suites[0]?.testcase?.[0]?.failure?.[0]?.message).toBe('台账未见2026年4月支部委员会会议记录')
    expect(suites[0]?.testcase?.[2]?.error?.[0]?.message).toBe('<boom>')
    const [place] = finding().evidence
    expect(suites[0]?.testcase?.[0]).toMatchObject({ file: place?.file, line: place?.line })
  })

  // The verdict is that of the subjects that passed; a green case would hide that another was excused.
  test('a rule that some subjects pass and one is excused from is skipped, and says which', async () => {
    const excused = {
      branch: 'XY-01',
      rule: 'frequency/member-assembly',
      subject: '2026Q2',
      reason: '换届',
      approver: '街道党工委组织委员',
      document: '批复',
      until: '2026-12-31',
    }
    const given = report([branch({ findings: [] })], { exempted: [excused] })
    const parsed = await parseJunit(await written(junit, given))
    const [suite] = parsed !== undefined && parsed !== null && 'testsuite' in parsed ? (parsed.testsuite ?? []) : []
    const [, assembly] = suite?.testcase ?? []
    expect(assembly?.skipped?.[0]?.message).toBe('已批准豁免：2026Q2（换届）；其余符合规定')
    expect([suite?.failures, suite?.skipped]).toEqual([0, 4])
  })

  test('a finding that the baseline knows is no failure', async () => {
    const parsed = await parseJunit(await written(junit, report([branch({ findings: [] })])))
    const [suite] = parsed !== undefined && parsed !== null && 'testsuite' in parsed ? (parsed.testsuite ?? []) : []
    expect([suite?.failures, suite?.skipped]).toEqual([0, 3])
  })
})
