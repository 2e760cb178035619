import type { Appraisal, Count } from '../ledger/schema.ts'
import type { AppraisalGrade } from '../ledger/vocabulary.ts'
import type { SourceEntry, SourceScalar } from '../source/node.ts'
import type { Place } from '../source/place.ts'
import { placeWithin } from '../source/within.ts'
import { countOf } from './counts.ts'
import { isBlank } from './keys.ts'
import { type Reading, written } from './reading.ts'
import { saysNone } from './scalars.ts'
import { readGrade } from './values/flags.ts'
import { fold } from './values/fold.ts'
import { NUMERAL, readNumeral } from './values/numbers.ts'

/** Reads 评议结果: grades with numbers or names, or a text such as `优秀3人，合格12人`. */
export function appraisalOf(entry: SourceEntry | undefined, reading: Reading): Appraisal | undefined {
  if (entry === undefined || isBlank(entry.value)) return undefined
  const { key, value } = entry
  if (value.type === 'map') return ofGrades(value.entries, key, value.at, reading)
  if (value.type === 'scalar' && saysNone(value.text)) return undefined
  const grades = value.type === 'scalar' ? gradesIn(value) : {}
  if (Object.keys(grades).length > 0) return { grades, at: value.at }
  reading.warn(
    'bad-appraisal',
    `「${key}」写作「${written(value)}」，读不出各等次的人数；应写成“优秀3人，合格12人，基本合格0人，不合格0人”`,
    value.at,
    written(value),
  )
  return undefined
}

function ofGrades(entries: readonly SourceEntry[], key: string, at: Place, reading: Reading): Appraisal {
  const grades: Partial<Record<AppraisalGrade, Count>> = {}
  for (const entry of entries) {
    const grade = readGrade(entry.key)
    if (grade === undefined) {
      reading.warn(
        'bad-grade',
        `「${key}」里的「${entry.key}」不是评议等次；应为优秀、合格、基本合格、不合格`,
        entry.keyAt,
        entry.key,
      )
      continue
    }
    const count = countOf(entry, reading)
    if (count !== undefined) grades[grade] = count
  }
  return { grades, at }
}

const GRADE = new RegExp(`(不合格|基本合格|优秀|合格)(?:党员|等次|票)?\\s*:?\\s*(${NUMERAL})\\s*[人名票]?`, 'gu')

function gradesIn(scalar: SourceScalar): Partial<Record<AppraisalGrade, Count>> {
  const grades: Partial<Record<AppraisalGrade, Count>> = {}
  for (const match of fold(scalar.text).matchAll(GRADE)) {
    const grade = readGrade(match[1] ?? '')
    const number = readNumeral(match[2] ?? '')
    if (grade === undefined || number === undefined) continue
    const at = placeWithin(scalar, match.index)
    grades[grade] = { number: { value: number, at }, at }
  }
  return grades
}
