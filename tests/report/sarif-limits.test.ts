import { gzipSync } from 'node:zlib'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/engine/finding.ts'
import { PLAIN } from '../../src/report/palette.ts'
import { sarif } from '../../src/report/sarif.ts'
import { branch, finding, report } from './sample-report.ts'

const TEN_MB = 10 * 1024 * 1024

async function written(findings: readonly Finding[]) {
  const told: string[] = []
  const page = { palette: PLAIN, width: 80, tell: (notice: string) => told.push(notice) }
  const text = String(await sarif(report([branch({ findings: [...findings] })]), page))
  const [run] = (JSON.parse(text) as Log).runs
  return { text, told, results: run?.results ?? [], invocation: run?.invocations?.[0] }
}

function many(count: number, changes: (index: number) => Partial<Finding> = () => ({})): Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding({ id: index.toString(16).padStart(16, '0'), severity: 'info', ...changes(index) }),
  )
}

/** Text that packs as badly as any: no two passages are alike. */
function noise(seed: number, length: number): string {
  let state = seed + 1
  const next = () => {
    state = (state * 48271) % 2147483647
    return String.fromCodePoint(0x4e00 + (state % 20_000))
  }
  return Array.from({ length }, next).join('')
}

describe('sarif above what code scanning takes', () => {
  test('of 25,000 results none is left out, and nothing is told', async () => {
    const { results, told, invocation } = await written(many(25_000))
    expect(results).toHaveLength(25_000)
    expect(told).toEqual([])
    expect(invocation).toEqual({ executionSuccessful: true, toolExecutionNotifications: [] })
  })

  test('of more the worst are kept, and both the reader and the file are told', async () => {
    const findings = many(25_003, (index) => (index === 25_002 ? { severity: 'error', message: '最重要的一条' } : {}))
    const { results, told, invocation } = await written(findings)
    expect(results).toHaveLength(25_000)
    expect(results[0]).toMatchObject({ level: 'error', message: { text: '杏园社区第一党支部：最重要的一条' } })
    const notice =
      'SARIF 报告只列出最重要的 25000 条，另有 3 条未列出：GitHub 一次最多收 25000 条、压缩后 10 MB，再多就整份不收；全部问题见其他格式的报告'
    expect(told).toEqual([notice])
    expect(invocation).toEqual({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'warning', message: { text: notice } }],
    })
  })

  test('what does not fit into 10 MB of gzip is left out, and no more than that', async () => {
    const findings = many(2000, (index) => ({
      evidence: Array.from({ length: 90 }, (_, place) => ({
        file: 'county/xy-01.yaml',
        line: place + 1,
        column: 1,
        excerpt: noise(index * 90 + place, 60),
      })),
    }))
    const { text, results, told } = await written(findings)
    const size = gzipSync(text).length
    expect(size).toBeLessThan(TEN_MB)
    expect(size).toBeGreaterThan(TEN_MB / 2)
    expect(told).toEqual([
      expect.stringContaining(`最重要的 ${results.length} 条，另有 ${2000 - results.length} 条未列出`),
    ])
  })
})
