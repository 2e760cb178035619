import type { Finding } from '../../src/engine/finding.ts'

/** What a reader sees of a finding: how grave, on what, what was found, and where (`line:column`) each piece of evidence stands. */
export function brief({ severity, subject, message, evidence }: Finding) {
  return { severity, subject, message, at: evidence.map(({ line, column }) => `${line}:${column}`) }
}
