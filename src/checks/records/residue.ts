import * as z from 'zod'
import type { DatedRecord } from '../../ledger/held.ts'
import type { Branch } from '../../ledger/schema.ts'
import { type Evidence, evidence } from '../../source/place.ts'
import { defineCheck, type Outcome, pass } from '../contract.ts'
import { recordsIn } from '../examined-records.ts'
import { recordName } from '../record-name.ts'
import { foreignBranchesIn, isOwnName } from './foreign-branch.ts'
import { isUnfilled, mayHoldPlaceholder, placeholdersIn } from './placeholder.ts'
import { type TextPart, textsOf, wordingOf } from './record-texts.ts'

/** Passages that a finding shows. */
const SHOWN = 4

/** Where people speak of other branches as they please. */
const TOLD_OF_OTHERS: ReadonlySet<TextPart> = new Set(['speech', 'script'])

interface Residue {
  /** As a message quotes it. */
  readonly said: string
  readonly evidence: Evidence
}

export const residue = defineCheck({
  name: 'residue',
  summary: '核对记录里有没有没填完的模板痕迹，或者该写本支部的地方写了别的支部。',
  params: z.strictObject({}),
  *judge(ledger, _params, context) {
    for (const record of recordsIn(ledger, context)) yield* outcomesOf(record, ledger.branch)
  },
})

function* outcomesOf(record: DatedRecord, branch: Branch): Iterable<Outcome> {
  const unfilled = [...unfilledFields(record), ...unfilledTexts(record)]
  const foreign = foreignNames(record, branch)
  if (unfilled.length > 0) {
    const message = `疑似套用模板：${recordName(record)}留有没填写的内容${quoted(unfilled)}，请核对原始记录`
    yield { outcome: 'fail', subject: record.key, message, evidence: shown(unfilled) }
  }
  if (foreign.length > 0) {
    const message = `疑似套用别处记录：${recordName(record)}该写本支部的地方写着${quoted(foreign)}，请核对原始记录`
    yield { outcome: 'fail', subject: `${record.key} 支部名称`, message, evidence: shown(foreign) }
  }
  if (unfilled.length === 0 && foreign.length === 0) yield pass(record.key)
}

/** Where a name, a place or an office stands, nothing is lawfully masked. */
function unfilledFields({ chair, recorder, lecturer, place, agenda, decisions }: DatedRecord): Residue[] {
  const fields = [
    chair,
    recorder,
    lecturer,
    place,
    ...agenda.map(({ speaker }) => speaker),
    ...decisions.map(({ owner }) => owner),
  ]
  return fields.flatMap((field) =>
    field !== undefined && isUnfilled(field.value) ? [{ said: field.value, evidence: evidence(field) }] : [],
  )
}

function unfilledTexts(record: DatedRecord): Residue[] {
  const whole = wordingOf(record)
  if (!mayHoldPlaceholder(whole)) return []
  return textsOf(record).flatMap(({ part, text }) =>
    placeholdersIn(text.value, whole, part === 'script').map(({ quote }) => ({
      said: quote,
      evidence: evidence(text, quote),
    })),
  )
}

function foreignNames(record: DatedRecord, branch: Branch): Residue[] {
  const texts = textsOf(record).filter(({ part, text }) => !TOLD_OF_OTHERS.has(part) && text.value.includes('支部'))
  if (texts.length === 0) return []
  const isOwn = (name: string) => isOwnName(name, branch, record)
  return texts.flatMap(({ text }) =>
    foreignBranchesIn(text.value, isOwn).map(({ name, quote }) => ({ said: name, evidence: evidence(text, quote) })),
  )
}

function quoted(found: readonly Residue[]): string {
  const distinct = [...new Set(found.map(({ said }) => `“${said}”`))]
  const more = distinct.length > SHOWN ? `等${distinct.length}处` : ''
  return `${distinct.slice(0, SHOWN).join('、')}${more}`
}

function shown(found: readonly Residue[]): Evidence[] {
  return found.slice(0, SHOWN).map((one) => one.evidence)
}
