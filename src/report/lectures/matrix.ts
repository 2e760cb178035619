import { isCorpus, type LectureSource, type LecturesReport } from './model.ts'

/** Who copied from whom: branches that copied, and branches and texts that they copied from. */
export interface CopyMatrix {
  readonly sources: readonly string[]
  readonly rows: readonly MatrixRow[]
}

export interface MatrixRow {
  readonly branch: string
  /** One for each source; absent where the branch has nothing from it. */
  readonly cells: readonly (MatrixCell | undefined)[]
}

export interface MatrixCell {
  readonly lectures: number
  /** The largest part of one lecture that comes from this source. */
  readonly share: number
}

export function copyMatrix({ lectures }: LecturesReport): CopyMatrix {
  const rows = new Map<string, Map<string, MatrixCell>>()
  const sources = new Map<string, number>()
  for (const { branchName, matches } of lectures) {
    for (const { with: source, share } of matches) {
      const name = sourceName(source)
      const row = rows.get(branchName) ?? new Map<string, MatrixCell>()
      const cell = row.get(name)
      rows.set(branchName, row)
      row.set(name, { lectures: (cell?.lectures ?? 0) + 1, share: Math.max(cell?.share ?? 0, share) })
      sources.set(name, (sources.get(name) ?? 0) + 1)
    }
  }
  const names = [...sources].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  return {
    sources: names,
    rows: Array.from(rows, ([branch, row]) => ({ branch, cells: names.map((name) => row.get(name)) })),
  }
}

/** 「2 份，至多 96%」. */
export function cellText({ lectures, share }: MatrixCell): string {
  return `${lectures} 份，至多 ${percentText(share)}`
}

/** Rounded down: a report never says more than was found. */
export function percentText(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`
}

function sourceName(source: LectureSource): string {
  return isCorpus(source) ? `参考资料：${source.corpus}` : source.branchName
}
