import { describe, expect, test } from 'vitest'
import { isOwnFile } from '../../src/node/own-file.ts'
import { csv } from '../../src/report/csv.ts'
import { PLAIN } from '../../src/report/palette.ts'
import { faultyBranch, report } from '../report/sample-report.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('isOwnFile', () => {
  test.each([
    ['taizhang.yaml', 'ledgers: 台账\n', true],
    ['branches.yaml', '- 杏园社区第一党支部\n', true],
    ['our-rules.yaml', 'title: 本街道\nrules:\n  a/b: off\n', true],
    ['baseline.yaml', 'schemaVersion: 1\nfindings: []\n', true],
    ['基线.yaml', '{"schemaVersion":1,"findings":[]}\n', true],
    ['豁免.yaml', '# 豁免\n- rule: frequency/group\n  branch: XY-01\n', true],
    ['豁免.yaml', '- {branch: XY-01, rule: frequency/group}\n', true],
    ['ledger.yaml', '支部: {名称: 杏园社区第一党支部}\n组织生活: []\n', false],
    ['ledger.yaml', '支部:\n  名称: 杏园社区第一党支部\n记录: |\n  rules: 是一个词\n', false],
    ['ledger.csv', '支部,会议类型\n', false],
  ])('%s with %j: %s', (name, text, own) => {
    expect(isOwnFile(name, bytes(text))).toBe(own)
  })

  test('the rectification list that the program wrote', () => {
    const text = String(csv(report([faultyBranch()]), { palette: PLAIN, width: 80 }))
    expect(isOwnFile('整改清单.csv', bytes(text))).toBe(true)
  })
})
