import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'school/mentor-load'
const TERM = { asOf: '2026-02-28', period: '2025-09..2026-01', config: 'extends: [base, scenes/school]\n' }
const STUDENTS = Array.from('甲乙丙丁戊己庚辛壬癸子', (name) => `学生${name}`)
const TWO = ['姓名: 孙立, 岗位状态: 在职', '姓名: 赵敏, 岗位状态: 在职']

function branch(members: readonly string[], ...entries: readonly string[]): string {
  const lines = entries.map((entry) => `    - {${entry}}\n`).join('')
  const roster = members.map((member) => `  - {${member}}\n`).join('')
  return `支部: {名称: 甲支部, 领域: 学校}\n党员:\n${roster}专项台账:\n  德育导师:\n${lines}`
}

const pairing = (date: string, people: string, students: readonly string[]) =>
  `日期: ${date}, 人员: [${people}], 对象: [${students.join(', ')}]`

test.each([
  [7, '2025—2026学年第一学期德育导师登记中，孙立有7名对象，应不少于8名'],
  [11, '2025—2026学年第一学期德育导师登记中，孙立有11名对象，应不超过10名'],
])('%i students are too few or too many', (count, message) => {
  const ledger = branch(TWO.slice(0, 1), pairing('2025-09-05', '孙立', STUDENTS.slice(0, count)))
  expect(judge(RULE, ledger, TERM).findings).toMatchObject([
    { subject: '2025T1 孙立', message, evidence: [{ line: 3, excerpt: '孙立' }, { line: 6 }] },
  ])
})

test.each([8, 10])('%i students are right', (count) => {
  const ledger = branch(TWO.slice(0, 1), pairing('2025-09-05', '孙立', STUDENTS.slice(0, count)))
  expect(judge(RULE, ledger, TERM)).toMatchObject({ outcome: 'pass', findings: [] })
})

test('who is meant and has nobody is told', () => {
  const ledger = branch(TWO, pairing('2025-09-05', '孙立', STUDENTS.slice(0, 8)))
  expect(judge(RULE, ledger, TERM).findings.map(({ message }) => message)).toEqual([
    '2025—2026学年第一学期德育导师登记中，赵敏没有对象',
  ])
})

test.each([', 岗位状态: 退休', ', 岗位状态: 在职, 转入: 2025-10-01', ', 岗位状态: 在职, 不作硬性要求: 病休'])(
  'of one who is%s nothing is demanded',
  (more) => {
    const ledger = branch(
      ['姓名: 孙立, 岗位状态: 在职', `姓名: 赵敏${more}`],
      pairing('2025-09-05', '孙立', STUDENTS.slice(0, 8)),
    )
    expect(judge(RULE, ledger, TERM).findings).toEqual([])
  },
)

test('students paired a term ago still count, those of last year do not', () => {
  const known = pairing('2025-03-05', '孙立', STUDENTS.slice(0, 4))
  const ledger = branch(TWO.slice(0, 1), known, pairing('2025-09-05', '孙立', STUDENTS.slice(4, 8)))
  expect(judge(RULE, ledger, TERM).outcome).toBe('pass')
  const old = branch(
    TWO.slice(0, 1),
    known.replace('2025-03', '2024-09'),
    pairing('2025-09-05', '孙立', STUDENTS.slice(4, 8)),
  )
  expect(judge(RULE, old, TERM).outcome).toBe('fail')
})

test('a student under two guides at a time is told', () => {
  const ledger = branch(
    TWO,
    pairing('2025-09-05', '孙立', STUDENTS.slice(0, 8)),
    pairing('2025-09-05', '赵敏', STUDENTS.slice(0, 8)),
    pairing('2025-11-05', '孙立', STUDENTS.slice(0, 1)),
  )
  expect(judge(RULE, ledger, TERM).findings[0]).toMatchObject({
    subject: '2025T1 学生丁',
    message: '2025—2026学年第一学期学生丁同时登记在孙立和赵敏名下',
  })
})

test('a student who is handed over, or visited by two together, is not', () => {
  const eight = STUDENTS.slice(0, 8)
  const handedOver = branch(TWO, pairing('2025-09-05', '孙立', eight), pairing('2025-12-05', '赵敏', eight))
  const together = branch(
    TWO.slice(0, 1),
    pairing('2025-09-05', '孙立', eight),
    pairing('2025-09-09', '孙立, 赵敏', eight),
  )
  expect(judge(RULE, handedOver, TERM).findings).toEqual([])
  expect(judge(RULE, together, TERM).findings).toEqual([])
})

test('without the register or the roster there is no verdict', () => {
  expect(judge(RULE, '支部: {名称: 甲支部, 领域: 学校}\n', TERM).outcome).toBe('not-evaluated')
  const ledger = `支部: {名称: 甲支部, 领域: 学校}\n专项台账:\n  德育导师:\n    - {${pairing('2025-09-05', '孙立', ['学生甲'])}}\n`
  expect(judge(RULE, ledger, TERM).reason).toBe('台账没有党员名册，不知道各人的职务和岗位')
})

test('who is not named may be among those whom an entry leaves out', () => {
  const ledger = branch(TWO, pairing('2025-09-05', '孙立', STUDENTS.slice(0, 8)), '日期: 2025-09-06, 人员: 周强等3人')
  expect(judge(RULE, ledger, TERM)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '有的德育导师登记没有逐人写明人员，不知道赵敏负责几名对象',
    findings: [],
  })
})
