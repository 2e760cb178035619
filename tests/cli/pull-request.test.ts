import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Log } from 'sarif'
import { expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'
import { taizhang } from './program.ts'
import { Repository } from './repository.ts'

const SHARED_REPO = fileURLToPath(new URL('../../fixtures/shared-repo', import.meta.url))
const AS_OF = ['--as-of', '2026-07-15']
const BASELINE = 'taizhang-baseline.json'
const CSV = '台账/槐树社区党支部.csv'
const YAML = '台账/柳河社区党支部.yaml'
const LOST_ROW = '槐树社区党支部,党员大会,2026-06-23,2026-06-24\n'
const EXEMPTION = `exemptions:
  - rule: street/assembly
    branch: 槐树社区党支部
    reason: 书记病休
    approver: 街道党工委组织委员
    document: 关于同意延期的批复
    until: 2026-12-31
`

test('a pull request: the new fault fails, its own exemption and its own baseline do not help, the fix passes and prunes the baseline', () => {
  const cwd = folderWith({})
  cpSync(SHARED_REPO, cwd, { recursive: true })
  const read = (path: string) => readFileSync(join(cwd, path), 'utf8')
  const check = (...options: readonly string[]) =>
    taizhang(
      ['check', '--baseline', BASELINE, '--baseline-from', 'main', '--exemptions-from', 'main', ...AS_OF, ...options],
      { cwd },
    )

  const repository = new Repository(cwd)
  expect(taizhang(['check', ...AS_OF], { cwd }).code).toBe(1)
  expect(taizhang(['baseline', ...AS_OF], { cwd })).toMatchObject({
    code: 0,
    stderr: `已写入 ${BASELINE}：2 个支部，已有问题 1 项\n`,
  })
  repository.commit('台账和基线')
  expect(check().code).toBe(0)
  expect(repository.git('status', '--porcelain')).toBe('')

  repository.git('checkout', '--quiet', '-b', '更新台账')
  writeFileSync(join(cwd, CSV), read(CSV).replace(LOST_ROW, ''))
  repository.commit('更新台账')
  const broken = check('--format', 'github', '-o', 'out/问题.sarif', '--quiet')
  expect(broken.code).toBe(1)
  expect(broken.stdout).toMatch(
    /^::error file=台账\/槐树社区党支部\.csv,line=\d+,col=\d+,title=支部党员大会每季度至少召开一次::槐树社区党支部：台账未见2026年第二季度/u,
  )
  expect(broken.stdout.trimEnd().split('\n')).toHaveLength(1)
  const log: Log = JSON.parse(read('out/问题.sarif'))
  const [result, ...others] = log.runs[0]?.results ?? []
  expect(others).toEqual([])
  const fingerprint = result?.partialFingerprints?.['taizhangFinding/v1']
  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/u)
  expect(result?.partialFingerprints?.primaryLocationLineHash).toBe(`${fingerprint}:1`)

  appendFileSync(join(cwd, 'taizhang.yaml'), EXEMPTION)
  repository.commit('给自己豁免')
  expect(check().code).toBe(1)
  expect(taizhang(['check', '--baseline', BASELINE, ...AS_OF], { cwd }).code).toBe(0)
  expect(read(BASELINE)).toContain('2026-05')

  repository.git('checkout', '--quiet', 'main', '--', 'taizhang.yaml')
  expect(taizhang(['baseline', ...AS_OF], { cwd }).code).toBe(0)
  repository.commit('写进基线')
  expect(check().code).toBe(1)
  expect(taizhang(['check', '--baseline', BASELINE, ...AS_OF], { cwd }).code).toBe(0)

  repository.git('checkout', '--quiet', 'main', '--', BASELINE)
  appendFileSync(join(cwd, CSV), LOST_ROW)
  appendFileSync(join(cwd, YAML), '  - {类型: 支委会, 日期: 2026-05-14, 录入: 2026-05-15}\n')
  const mended = check('--format', 'github')
  expect(mended).toMatchObject({
    code: 0,
    stdout: '',
    stderr: `基线中已有的问题 0 项，不再列出；已不再出现的 1 项\n已从基线 ${BASELINE} 中去掉 1 项\n`,
  })
  expect(read(BASELINE)).toBe('{"schemaVersion":1,"findings":[]}\n')
})
