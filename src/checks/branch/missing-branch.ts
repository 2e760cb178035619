import * as z from 'zod'
import {
  type BranchIdentity,
  bearsName,
  expectedAmong,
  expectedId,
  handedInAmong,
  identityOf,
} from '../../ledger/expected-branch.ts'
import { evidenceAt } from '../../source/place.ts'
import {
  type BranchOutcome,
  type ConcludeContext,
  defineCheck,
  notApplicable,
  notEvaluated,
  pass,
} from '../contract.ts'

interface MissingBranchFact extends BranchIdentity {
  readonly branch: string
}

/** Ledgers that a finding names because they may be the missing one under another name. */
const STRANGERS_SHOWN = 3

export const missingBranch = defineCheck({
  name: 'missing-branch',
  summary: '对照应交台账的支部名单，找出没有交台账的支部。',
  params: z.strictObject({}),
  collect: (ledger) => [{ branch: ledger.branch.id, ...identityOf(ledger.branch) }],
  *conclude(
    facts: readonly MissingBranchFact[],
    _params,
    { roster, unreadFiles = [] }: ConcludeContext,
  ): Iterable<BranchOutcome> {
    const isExpected = expectedAmong(roster)
    const isHandedIn = handedInAmong(facts)
    const strangers = facts.filter((fact) => !isExpected(fact))
    for (const { branch } of facts) {
      yield { branch, ...(roster.length === 0 ? notApplicable('没有应交台账的支部名单') : pass()) }
    }
    for (const expected of roster) {
      if (isHandedIn(expected)) continue
      const branch = expectedId(expected, roster)
      const unread = unreadFiles.find(bearsName([expected.name]))
      if (unread !== undefined) {
        yield { branch, ...notEvaluated(`${unread}没有读入，可能就是这个支部的台账，请改正后再查`, '台账') }
        continue
      }
      yield {
        branch,
        outcome: 'fail',
        subject: '台账',
        message: `${expected.name}列在应交台账的支部名单上，未见其台账${strangersSaid(strangers)}`,
        evidence: [evidenceAt(expected.at, expected.name)],
      }
    }
  },
})

function strangersSaid(strangers: readonly MissingBranchFact[]): string {
  if (strangers.length === 0) return ''
  const names = strangers.slice(0, STRANGERS_SHOWN).map(({ names: [name], branch }) => name ?? branch)
  const more = strangers.length > STRANGERS_SHOWN ? '等' : ''
  return `；另有${names.join('、')}${more}的台账不在名单上，请核对是否同一支部`
}
