import { CSV_HEADER } from '../report/csv.ts'

export const CONFIG_NAME = 'taizhang.yaml'
export const ROSTER_NAME = 'branches.yaml'

/** Enough to see what kind of file it is. */
const HEAD_BYTES = 4096

/** Top-level keys that only configurations, rulebooks, baselines and reports have; a ledger's keys are Chinese. */
const OWN_KEY = /^\{?(?:extends|rules|overrides|exemptions|schemaVersion|"schemaVersion")\s*:/mu
/** How an entry of a list of exemptions (豁免) begins. */
const EXEMPTION_KEY = /^-\s+\{?\s*(?:rule|branch|subject|reason|approver|document|until)\s*:/mu
const LEDGER_KEY = /^"?(?:支部|党员|组织生活|专项台账)/mu

/**
 * Whether a file in a folder of ledgers is one of the program's own: configuration, rulebook, list of exemptions,
 * roster, baseline or report. Names say so of two of them, the first lines of the others.
 */
export function isOwnFile(name: string, bytes: Uint8Array): boolean {
  if (name === CONFIG_NAME || name === ROSTER_NAME) return true
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))
  if (/\.csv$/iu.test(name)) return head.startsWith(CSV_HEADER)
  return /\.ya?ml$/iu.test(name) && (OWN_KEY.test(head) || EXEMPTION_KEY.test(head)) && !LEDGER_KEY.test(head)
}
