import { type ComparedLecture, isCorpus, type LectureSource, type LecturesReport } from './model.ts'

/** Which branches have something from where: branches, and texts of the corpus. */
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
  /** The source is another lecture of the branch itself. */
  readonly isOwn: boolean
}

export function copyMatrix({ lectures }: LecturesReport): CopyMatrix {
  const rows = new Map<string, Map<string, MatrixCell>>()
  const sources = new Map<string, number>()
  for (const lecture of lectures) {
    for (const [name, { share, isOwn }] of largestBySource(lecture)) {
      const row = rows.get(lecture.branchName) ?? new Map<string, MatrixCell>()
      const cell = row.get(name)
      rows.set(lecture.branchName, row)
      row.set(name, { lectures: (cell?.lectures ?? 0) + 1, share: Math.max(cell?.share ?? 0, share), isOwn })
      sources.set(name, (sources.get(name) ?? 0) + 1)
    }
  }
  const names = [...sources].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  return {
    sources: names,
    rows: Array.from(rows, ([branch, row]) => ({ branch, cells: names.map((name) => row.get(name)) })),
  }
}

/** A lecture may have something from several lectures of one branch: it counts once. */
function largestBySource({ branch, matches }: ComparedLecture): Map<string, { share: number; isOwn: boolean }> {
  const largest = new Map<string, { share: number; isOwn: boolean }>()
  for (const { with: source, share } of matches) {
    const name = sourceName(source)
    const isOwn = !isCorpus(source) && source.branch === branch
    largest.set(name, { share: Math.max(largest.get(name)?.share ?? 0, share), isOwn })
  }
  return largest
}

/** 「2 份，至多 96%」; 「1 份，至多 90%（本支部）」 where it is the branch's own other lecture. */
export function cellText({ lectures, share, isOwn }: MatrixCell): string {
  return `${lectures} 份，至多 ${percentText(share)}${isOwn ? '（本支部）' : ''}`
}

/** What a branch has from where, in words: for a matrix that is too wide. */
export function rowText({ cells }: MatrixRow, sources: readonly string[]): string {
  return cells.flatMap((cell, at) => (cell ? [`${sources[at]} ${cellText(cell)}`] : [])).join('；')
}

/** Rounded down: a report never says more than was found. */
export function percentText(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`
}

function sourceName(source: LectureSource): string {
  return isCorpus(source) ? `参考资料：${source.corpus}` : source.branchName
}
