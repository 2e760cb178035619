import { type BranchAttributes, notFor } from '../rulebook/effective.ts'
import type { Setup } from '../setup.ts'
import { evidenceAt } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'

/** Changes of rules for branches that are not there: most likely a name that is misspelt. */
export function unusedOverrides(branches: readonly BranchAttributes[], { ruleSet }: Setup): Problem[] {
  return ruleSet.overrides
    .filter(({ when }) => branches.every((branch) => notFor(when, branch) !== undefined))
    .map(({ at, when }) => ({
      code: 'unused-override',
      severity: 'info',
      message: '这一条局部调整（overrides）没有对应的支部，请核对 when 里的名称、编号、领域等写法，或删去',
      evidence: [evidenceAt(at, JSON.stringify(when))],
    }))
}
