import type { Absence } from '../ledger/schema.ts'
import type { SourceScalar } from '../source/node.ts'
import { placeWithin } from '../source/within.ts'
import { absenceOf, listedAs } from './absences.ts'
import type { Fields } from './keys.ts'
import { type NamedPerson, peopleOfText } from './people-fields.ts'

const REMARKS = /^(?:备注|说明|备注说明|其他说明)$/u
const SENTENCE_END = /[。；;\n]/u
const TELLS_OF_ABSENCE = /假|缺席|缺勤|未到|未参|未能|出差|外出|住院|因/u

/** `张三请假：出差` in 备注: those whom a remark gives a reason for. They need not be all that were away. */
export function remarkedAbsences({ rest }: Fields<'record'>): Absence[] {
  return rest
    .filter(({ key }) => REMARKS.test(key.trim()))
    .flatMap(({ value }) => (value.type === 'scalar' ? sentencesOf(value) : []))
    .filter(({ text }) => TELLS_OF_ABSENCE.test(text))
    .flatMap((sentence) => peopleOfText(sentence).people.filter(isSaidAway))
    .map(absenceOf)
    .filter(({ reason }) => reason !== undefined)
}

/** 因公出差 is a reason for being away, whatever else stands there. */
function isSaidAway(person: NamedPerson): boolean {
  return listedAs(person) === 'leave' || person.marks.some((mark) => /^(?:因|由于)/u.test(mark))
}

function sentencesOf(scalar: SourceScalar): SourceScalar[] {
  let offset = 0
  return scalar.text.split(SENTENCE_END).map((text) => {
    const at = placeWithin(scalar, offset)
    offset += text.length + 1
    return { ...scalar, text, at }
  })
}
