import { compact } from '../values/fold.ts'
import { filledColumns, type GridRow } from './grid.ts'

/** Why a row below the header holds no record. */
export type IdleRow = 'blank' | 'total' | 'number-only' | 'signature' | 'remark' | 'conflict'

const TOTAL = /^.{0,8}(?:合计|小计|总计|累计|共计)(?:[:(].*|\d.*)?$/u
const SIGNATURE =
  /^(?:填表|填报|制表|制单|审核|审批|审签|复核|经办|统计|负责|记录|联系|报送|检查|签字|签名|签章|盖章|公章)(?:人|者|员|单位|部门|日期|时间|人员)?(?:签字|签名|签章|盖章)?(?:\([^)]*\))?:/u
const SIGNED_BY =
  /^(?:(?:党)?(?:支部)?书记|(?:党)?支部|(?:主管|分管|单位)?领导|单位)(?:签字|签名|签章|盖章|公章|审核|审签|意见)?(?:\([^)]*\))?:/u
const REMARK = /^(?:注|备注|说明|填表说明|填写说明|附注|注意事项|示例|例|附)(?:\d{0,2})?[:.、]|^(?:\*|※)/u
/** What version control leaves behind where two versions were not put together. */
const CONFLICT = /^(?:<{7}|={7}|>{7})(?:[^<=>]|$)/u
/** A signature line has no more cells than this; a record has. */
const MAX_SIGNATURE_CELLS = 4
const MAX_REMARK_CELLS = 2

/** What the row is where it is no record. `idColumns` are those that say nothing of what was held: 序号, 支部. */
export function idleRow(row: GridRow, idColumns: ReadonlySet<number>): IdleRow | undefined {
  const filled = filledColumns(row)
  const [first] = filled
  if (first === undefined) return 'blank'
  const lead = filled.slice(0, 3).map((column) => compact(row.cells[column] ?? ''))
  const [text = ''] = lead
  if (CONFLICT.test(text)) return 'conflict'
  if (lead.some((cell) => TOTAL.test(cell) && cell.length <= 12)) return 'total'
  if (filled.length <= MAX_SIGNATURE_CELLS && (SIGNATURE.test(text) || SIGNED_BY.test(text))) return 'signature'
  if (filled.length <= MAX_REMARK_CELLS && REMARK.test(text)) return 'remark'
  return filled.every((column) => idColumns.has(column)) ? 'number-only' : undefined
}
