import * as z from 'zod'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { SourceNode } from '../source/node.ts'
import { evidenceAt, type Place } from '../source/place.ts'
import { toPlain } from '../source/plain.ts'
import type { Problem } from '../source/problem.ts'
import { mistakesIn } from './mistakes.ts'
import { Day, OneOrMore } from './schema.ts'

/** Blanks say nothing. */
const Text = z.string().trim().min(1)

/**
 * 豁免: what somebody with the authority to do so has excused, for whom, on what paper and until when. Every part of it
 * is a must, for an exemption that nobody answers for is none.
 */
export const Exemption = z.strictObject({
  rule: OneOrMore(Text),
  /** Names or ids. */
  branch: OneOrMore(Text),
  /** 仅这些记录、期次或人员，按报告里的写法；不写则为整条规则。 */
  subject: OneOrMore(Text).optional(),
  reason: Text,
  approver: Text,
  /** 批准依据的文件。 */
  document: Text,
  /** The last day on which it holds. */
  until: Day,
})

export interface Exemption extends z.infer<typeof Exemption> {
  readonly at: Place
  /** It still counts, but whoever asks has taken it out of the list already. */
  readonly isWithdrawn?: true
}

/**
 * Reads a list of exemptions; a malformed one is refused, with every mistake at its line. `rules` are those there are;
 * without them a rule is not looked up.
 */
export function readExemptions(
  list: SourceNode | undefined,
  rules: ReadonlySet<string> | undefined,
): { exemptions: Exemption[]; problems: Problem[] } {
  const exemptions: Exemption[] = []
  const problems: Problem[] = []
  if (list !== undefined && list.type !== 'list' && !isBlank(list)) {
    problems.push(problemAt(list.at, '豁免应写成一个列表，每项一条：- {rule: …, branch: …, reason: …}', 'exemptions'))
  }
  for (const node of list?.type === 'list' ? list.items : []) {
    const exemption = Exemption.safeParse(toPlain(node))
    if (!exemption.success) {
      problems.push(
        ...mistakesIn(node, exemption.error, 'bad-exemption').map((problem) => ({
          ...problem,
          message: `豁免无效：${problem.message}`,
        })),
      )
      continue
    }
    const unknown = [exemption.data.rule].flat().filter((rule) => rules?.has(rule) === false)
    if (unknown.length > 0) {
      problems.push(problemAt(node.at, `豁免的规则“${unknown.join('、')}”不存在，请用 taizhang rules 查看`, 'rule'))
    }
    exemptions.push({ ...exemption.data, at: node.at })
  }
  return { exemptions, problems }
}

/** `exemptions:` with nothing behind it, or a file with nothing in it. */
function isBlank(node: SourceNode): boolean {
  return node.type === 'map' ? node.entries.length === 0 : node.type === 'scalar' && node.text === ''
}

function problemAt(at: Place, message: string, said: string): Problem {
  return { code: 'bad-exemption', severity: 'error', message, evidence: [evidenceAt(at, said)] }
}

/** Whether it is about this finding, in force or not. */
export function isAbout(
  { rule, branch, subject }: Exemption,
  found: { readonly rule: string; readonly subject: string },
  branchNames: readonly string[],
): boolean {
  return (
    [rule].flat().includes(found.rule) &&
    [branch].flat().some((name) => branchNames.includes(name)) &&
    (subject === undefined || [subject].flat().includes(found.subject))
  )
}

/** The last day is still excused. */
export function isInForce({ until }: Exemption, asOf: PlainDate): boolean {
  return asOf <= until
}
