import { evidenceAt } from '../../source/place.ts'
import type { Reading } from '../reading.ts'
import type { GridRow } from './grid.ts'
import type { IdleRow } from './row-kinds.ts'

export type PassedOver = IdleRow | 'header' | 'section'

const CALLED: Readonly<Record<PassedOver, string>> = {
  blank: '空行',
  total: '合计行',
  'number-only': '只有序号、支部、类型一类，没有内容的行',
  signature: '填表、审核签字行',
  remark: '说明行',
  conflict: '版本合并冲突留下的标记（合并没有做完，请选定要保留的内容）',
  header: '重复的表头行',
  section: '小标题行',
}
/** Places that one notice names at most. */
const MAX_EVIDENCE = 20

/** The rows of one table that hold no record: counted as they are met, told together by their kind. */
export class PassedOverRows {
  private readonly rows = new Map<PassedOver, GridRow[]>()
  private readonly reading: Reading

  constructor(reading: Reading) {
    this.reading = reading
  }

  add(kind: PassedOver, row: GridRow): void {
    this.reading.rows += 1
    this.reading.passedOver += 1
    const known = this.rows.get(kind)
    if (known === undefined) this.rows.set(kind, [row])
    else known.push(row)
  }

  tell(): void {
    for (const [kind, rows] of this.rows) {
      this.reading.problems.push({
        code: 'passed-over',
        severity: kind === 'conflict' ? 'error' : 'info',
        message: `表里有${rows.length}行是${CALLED[kind]}，不是记录，已跳过`,
        evidence: rows.slice(0, MAX_EVIDENCE).map((row) => evidenceAt(row.at, excerpt(row))),
      })
    }
  }
}

function excerpt({ cells }: GridRow): string {
  const text = cells.filter((cell) => cell.trim() !== '').join('，')
  return text === '' ? '（空行）' : text
}
