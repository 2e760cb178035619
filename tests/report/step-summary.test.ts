import { expect, test } from 'vitest'
import { cutToFit } from '../../src/report/step-summary.ts'

const REPORT = '# 题\n第一行\n第二行\n'
const bytes = (text: string) => new TextEncoder().encode(text).length
const CUT = '\n……以下内容超过 GitHub 摘要的长度上限，未列出；全部问题见报告文件。\n'

test('what fits to the byte is left as it is', () => {
  expect(cutToFit(REPORT, bytes(REPORT))).toBe(REPORT)
})

test('what does not is cut at the end of a line, and says so', () => {
  const long = REPORT.repeat(20)
  const room = bytes(REPORT) + bytes(CUT)
  expect(cutToFit(long, room)).toBe(REPORT + CUT)
  expect(cutToFit(long, room - 1)).toBe(`# 题\n第一行\n${CUT}`)
})

test('where not even that fits, nothing is written', () => {
  expect(cutToFit(REPORT, 10)).toBe('')
})
