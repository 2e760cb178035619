import { expect, test } from 'vitest'
import { recordName } from '../../src/checks/record-name.ts'
import { recordOf } from '../support/intake.ts'

test.each([
  ['日期: 2026-03-12', '3月12日主题党日'],
  ['日期: 2026-02-30', '日期写作“2026-02-30”的主题党日'],
  ['日期: 月底', '日期写作“月底”的主题党日'],
  ['主题: 读书', '未注明日期的主题党日'],
])('of “%s” messages say %s', (day, name) => {
  expect(recordName(recordOf(`类型: 主题党日\n${day}`).record)).toBe(name)
})
