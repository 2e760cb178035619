import process from 'node:process'
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

/** Ends a run with why tests were skipped, and the one line that whoever started it looks for: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    for (const skipped of reasonsToSkip(modules)) process.stdout.write(`\nskipped: ${skipped}`)
    process.stdout.write(`\n${closingLine(modules, errors, reason)}\n`)
  }
}

/** A run in which nothing ran, as where its setup broke, has failed, although no test has. */
export function closingLine(
  modules: readonly TestModule[],
  errors: readonly unknown[],
  reason: TestRunEndReason,
): string {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
  const broken = modules.filter(
    (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
  )
  const passed = states.filter((state) => state === 'passed').length
  const failed = states.filter((state) => state === 'failed').length + broken.length + errors.length
  const isUnaccounted = failed === 0 && (modules.length === 0 || reason !== 'passed')
  return `${passed} passed, ${isUnaccounted ? 1 : failed} failed`
}

/** Each once, with how many tests were skipped for it. */
function reasonsToSkip(modules: readonly TestModule[]): string[] {
  const counts = new Map<string, number>()
  for (const module of modules) {
    for (const test of module.children.allTests('skipped')) {
      const result = test.result()
      const note = result.state === 'skipped' ? result.note : undefined
      if (note !== undefined) counts.set(note, (counts.get(note) ?? 0) + 1)
    }
  }
  return Array.from(counts, ([note, tests]) => `${tests} tests: ${note}`)
}
