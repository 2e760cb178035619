import { UsageError } from './exit.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/**
 * A branch that was asked for and is not there must not pass for one without findings.
 *
 * @throws UsageError
 */
export function requireBranches(wanted: readonly string[], branches: readonly Named[]): void {
  const missing = wanted.filter((one) => !branches.some(({ id, name }) => id === one || name === one))
  if (missing.length === 0) return
  throw new UsageError(`读到的台账中没有名称或编号为“${missing.join('”“')}”的支部`)
}
