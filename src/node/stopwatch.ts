import { performance } from 'node:perf_hooks'
import type { TimeRule } from '../engine/judge.ts'

/** Adds up how long the phases of a run and its rules take. Milliseconds. */
export class Stopwatch {
  private readonly rules = new Map<string, number>()
  private readonly phases: { readonly name: string; readonly took: number }[] = []
  private last = performance.now()

  readonly timeRule: TimeRule = (rule, run) => {
    const start = performance.now()
    try {
      return run()
    } finally {
      this.rules.set(rule, (this.rules.get(rule) ?? 0) + performance.now() - start)
    }
  }

  /** Ends a phase; the next one begins with it. */
  phase(name: string): void {
    const now = performance.now()
    this.phases.push({ name, took: now - this.last })
    this.last = now
  }

  /** Phases in their order, then rules by what they took. */
  lines(): string[] {
    const rules = [...this.rules].sort(([, a], [, b]) => b - a)
    return [
      '各阶段用时（毫秒）：',
      ...this.phases.map(({ name, took }) => line(took, name)),
      '各规则用时（毫秒）：',
      ...rules.map(([rule, took]) => line(took, rule)),
    ]
  }
}

function line(took: number, name: string): string {
  return `${took.toFixed(1).padStart(10)}  ${name}`
}
