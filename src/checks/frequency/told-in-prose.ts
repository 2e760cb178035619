import type { LedgerRecord } from '../../ledger/schema.ts'

const CLAUSE_END = /[，,；;：:。！!？?\n]/u
/** Speaks of another time, or of what is asked for. */
const AT_ANOTHER_TIME =
  /上次|上一?年度?的|去年|前次|以往|历次|每[年次]|已于|曾|日前|此前|[将拟]|准备|计划|打算|预计|下[周月次]|近期|适时|按照|根据|围绕|通过|各支部|各级|如何|怎样|[应须要]|提前|之[前后]/u
/** What happens at such a meeting and at no other. */
const HALLMARKS: Readonly<Record<string, RegExp>> = {
  组织生活会: /批评[与和、]?自我批评|自我批评[与和、]?(?:相互|互相)?批评|(?:相互|互相)批评/u,
  民主评议: /个人自评|党员自评|党员互评|民主测评|测评票|评定等次/u,
}

/** How sure the prose of a record makes it that this very meeting was of the kind. */
export type Told = 'surely' | 'perhaps' | 'not'

/**
 * Whether minutes or contents say that the meeting of the kind was held then and there. Where they do and tell nothing
 * of what happens at one, it may as well be talk of another.
 */
export function toldInProse({ minutes, content }: LedgerRecord, kind: string, onlyAboutIt: RegExp): Told {
  const hallmark = HALLMARKS[kind]
  const isNamed = minutes?.value.includes(kind) === true || content?.value.includes(kind) === true
  if (hallmark === undefined || !isNamed) return 'not'
  const prose = [minutes, content].flatMap((text) => text?.value ?? []).join('\n')
  const held = new RegExp(`(?:召开|举行|开展|进行)[^，。]{0,12}${kind}`, 'u')
  const isHeld = prose
    .split(CLAUSE_END)
    .some((clause) => held.test(clause) && !onlyAboutIt.test(clause) && !AT_ANOTHER_TIME.test(clause))
  if (!isHeld) return 'not'
  return hallmark.test(prose) ? 'surely' : 'perhaps'
}
