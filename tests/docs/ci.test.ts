import { describe, expect, test } from 'vitest'
import { commandsOf, readerOf, readPage } from './page.ts'

const PAGE = readPage('docs/ci.md')

describe('docs/ci.md', () => {
  const run = readerOf(`${PAGE}
\`\`\`yaml taizhang.yaml
ledgers: 台账
\`\`\`
\`\`\`yaml 台账/石桥村党支部.yaml
支部: {名称: 石桥村党支部}
组织生活:
  - {类型: 党员大会, 日期: 2026-03-12}
\`\`\`
`)

  test('its commands run one after the other', () => {
    run(`git init --quiet --initial-branch=main && git add taizhang.yaml 台账
      git -c user.name=示例 -c user.email=a@example.invalid commit --quiet -m 台账
      git update-ref refs/remotes/origin/main HEAD`)
    for (const command of commandsOf(PAGE)) {
      const { code, stderr } = run(command)
      expect(stderr).not.toContain('错误：')
      expect([0, 1], command).toContain(code)
    }
  })

  test('the parts of a run make the bytes of the whole', () => {
    run('taizhang check 台账 --as-of 2026-10-31 -o 一次.json')
    run('taizhang check 台账 --as-of 2026-10-31 --shard 1/2 -o part1.json')
    run('taizhang check 台账 --as-of 2026-10-31 --shard 2/2 -o part2.json')
    run('taizhang merge part1.json part2.json -o 分次.json')
    expect(run('cmp 一次.json 分次.json')).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})
