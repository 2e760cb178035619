import type { Check } from './contract.ts'

/** Every built-in check, by name. A new check is one file and one line here, in the order of the names. */
export const checks: readonly Check[] = []
