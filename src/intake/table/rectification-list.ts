import type { GridRow } from './grid.ts'

/** Headers that the tool's own rectification list (整改清单) has and no ledger does. */
const OF_LIST = ['问题编号', '整改措施', '整改时限']
const ROWS_LOOKED_AT = 5

/** Whether the table is a rectification list of the tool's own, as it was written or as people went on with it. */
export function isRectificationList(rows: readonly GridRow[]): boolean {
  return rows.slice(0, ROWS_LOOKED_AT).some(({ cells }) => {
    const names = new Set(cells.map((cell) => cell.trim()))
    return OF_LIST.every((name) => names.has(name))
  })
}
