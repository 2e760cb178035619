import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LecturesDocument } from '../../src/report/lectures/schema.ts'
import { LAMP, lectureLedger } from './lecture-files.ts'
import { type Run, type RunOptions, taizhang } from './program.ts'

export const LAMP_LEDGER = lectureLedger('杏园社区党支部', [
  { date: '2026-03-05', title: '一盏路灯', lecturer: '王建国', script: LAMP },
])
export const COPY_LEDGER = lectureLedger('柳湾村党支部', [
  { date: '2026-04-05', title: '把身边的事办实', lecturer: '孙立', script: LAMP },
])

/** Two branches, one with the lecture of the other. */
export const TWO = { '台账/a.yaml': LAMP_LEDGER, '台账/b.yaml': COPY_LEDGER }

export function lectures(cwd: string, args: readonly string[] = [], options: RunOptions = {}): Run {
  return taizhang(['lectures', '台账', '--as-of', '2026-10-31', ...args], { ...options, cwd })
}

export function documentOf({ stdout, stderr }: Run): LecturesDocument {
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Each lecture that has something from elsewhere: whose, and from whom or what. */
export function found(run: Run): string[] {
  return documentOf(run).lectures.flatMap(({ branch, matches }) =>
    matches.map(({ with: source }) => `${branch} ← ${'corpus' in source ? source.corpus : source.branch}`),
  )
}

export function read(cwd: string, path: string): string {
  return readFileSync(join(cwd, path), 'utf8')
}
