import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with the one line that whoever started it looks for: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const broken = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
    )
    const passed = states.filter((state) => state === 'passed').length
    const failed = states.filter((state) => state === 'failed').length + broken.length + errors.length
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  }
}
