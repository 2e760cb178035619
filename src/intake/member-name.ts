import type { SourceEntry } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import type { Reading } from './reading.ts'
import { locatedAs, nameOf } from './scalars.ts'

/** A name as a roster has it, and what stands behind it in brackets: 赵敏（女）, 张三（已转出）. */
export interface NameInRoster {
  readonly name: Located<string>
  readonly remark?: string
}

const REMARK = /^(.+?)\s*[（(［[【]([^（）()［］[\]【】]*)[）)］\]】]$/u
const MARKS = /[*＊★☆△▲●○]+$/u

export function rosterName(entry: SourceEntry | undefined, reading: Reading): NameInRoster | undefined {
  const written = nameOf(entry, reading)
  if (written === undefined) return undefined
  const plain = written.value.replace(MARKS, '').trim()
  const [, before = plain, remark] = REMARK.exec(plain) ?? []
  const name = locatedAs(withoutSpread(before.replace(MARKS, '')), written.at, written.value)
  return remark === undefined || remark.trim() === '' ? { name } : { name, remark: remark.trim() }
}

const SPREAD = /^\p{Script=Han}{1,2}(?:\s+\p{Script=Han}{1,2}){1,2}$/u

/** 王　强 is spread to the width of others; 张三 李四 are two. */
function withoutSpread(name: string): string {
  const parts = name.split(/\s+/u)
  return SPREAD.test(name) && parts.some(({ length }) => length === 1) ? parts.join('') : name
}
