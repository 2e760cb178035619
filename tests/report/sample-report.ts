import type { Finding } from '../../src/engine/finding.ts'
import type { BranchReport, Report } from '../../src/report/schema.ts'

const REGULATION = {
  document: '中国共产党支部工作条例（试行）',
  article: '第十一条',
  rank: '中央',
  verified: true,
} as const

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    id: '3f9c1a0000000001',
    rule: 'frequency/committee',
    nature: 'breach',
    severity: 'error',
    subject: '2026-04',
    message: '台账未见2026年4月支部委员会会议记录',
    basis: [REGULATION],
    remedy: '据实补开，注明补开所属期次和原因；不得补造原始记录。',
    dueDate: '2026-11-16',
    evidence: [{ file: 'county/xy-01.yaml', line: 2, column: 9, excerpt: '杏园社区第一党支部' }],
    data: {},
    ...changes,
  }
}

export function branch(changes: Partial<BranchReport> = {}): BranchReport {
  return {
    id: 'XY-01',
    name: '杏园社区第一党支部',
    scene: '社区',
    score: null,
    grade: null,
    deductions: [],
    handedIn: {
      files: ['county/xy-01.yaml'],
      records: 16,
      kinds: [
        { kind: '党员大会', records: 4 },
        { kind: '支委会', records: 12 },
      ],
      monthsWithout: ['2026-09', '2026-10'],
    },
    verdicts: [
      { rule: 'frequency/committee', outcome: 'fail' },
      { rule: 'frequency/member-assembly', outcome: 'pass' },
      { rule: 'training/hours', outcome: 'not-evaluated', reason: '台账没有培训学时登记' },
      { rule: 'frequency/group', outcome: 'not-applicable', reason: '支部没有党小组' },
    ],
    findings: [],
    ...changes,
  }
}

/** A report over these branches; the list has one item for each breach and clue. */
export function report(branches: readonly BranchReport[], changes: Partial<Report> = {}): Report {
  const findings = branches.flatMap((one) => one.findings.map((found) => ({ branch: one.id, found })))
  const tally = { error: 0, warning: 0, info: 0 }
  for (const { found } of findings) tally[found.severity] += 1
  return {
    schemaVersion: 1,
    tool: { name: 'taizhang', version: '0.1.0' },
    asOf: '2026-10-31',
    period: { from: '2026-01-01', to: '2026-10-31' },
    summary: {
      branches: branches.length,
      records: 16,
      findings: tally,
      intake: { files: 1, rows: 18, records: 16, rejected: 1 },
    },
    rules: [
      rule('frequency/committee', '支部委员会会议每月至少召开一次'),
      rule('frequency/group', '党小组会每月至少召开一次'),
      rule('frequency/member-assembly', '支部党员大会每季度至少召开一次'),
      rule('lecture/copied', '党课讲稿不照搬照抄'),
      rule('training/hours', '党员每年集中学习培训不少于三十二学时'),
    ],
    branches: [...branches],
    rectification: findings
      .filter(({ found }) => found.nature !== 'info')
      .map(({ branch: id, found }, index) => ({
        no: index + 1,
        finding: found.id,
        branch: id,
        problem: found.message,
        basis: '《中国共产党支部工作条例（试行）》第十一条',
        measure: found.remedy,
        owner: null,
        dueDate: found.dueDate,
        state: found.nature === 'clue' ? '待核实' : '待整改',
      })),
    exempted: [],
    intake: [],
    crashes: [],
    ...changes,
  }
}

/** A branch with a breach over three months, a clue and a hint. */
export function faultyBranch(): BranchReport {
  const months = ['04', '05', '07'].map((month, index) =>
    finding({
      id: `3f9c1a000000000${index}`,
      subject: `2026-${month}`,
      message: `台账未见2026年${Number(month)}月支部委员会会议记录`,
    }),
  )
  const copied = finding({
    id: '77aa00000000000c',
    rule: 'lecture/copied',
    nature: 'clue',
    severity: 'warning',
    subject: '2026-06-12 党课',
    message: '疑似照搬：6月12日党课讲稿与本支部3月20日讲稿有62%相同，请核对原始记录',
    basis: [REGULATION, { document: '讲稿雷同比例的判定', rank: '检查口径' }],
    remedy: '请主讲人对照原稿说明来源。',
    evidence: [
      { file: 'county/xy-01.yaml', line: 310, column: 9, excerpt: '同志们，今天不讲大道理' },
      { file: 'county/xy-01.yaml', line: 120, column: 9, excerpt: '同志们，今天不讲大道理' },
    ],
  })
  const hint = finding({
    id: '99bb00000000000d',
    rule: 'frequency/member-assembly',
    nature: 'info',
    severity: 'info',
    subject: '2026Q2',
    message: '6月的党员大会登记为补开',
    remedy: '请注明补开原因。',
  })
  return branch({ findings: [...months, copied, hint] })
}

function rule(id: string, title: string): Report['rules'][number] {
  return {
    id,
    title,
    nature: 'breach',
    severity: 'error',
    judged: '按台账逐条核对。',
    basis: [REGULATION],
    remedy: '据实补正。',
  }
}
