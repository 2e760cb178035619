import { existsSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type IntakeSettings, readRoster } from '../intake/index.ts'
import type { ExpectedBranch } from '../ledger/expected-branch.ts'
import type { Problem } from '../source/problem.ts'
import { withSlashes } from './file-names.ts'
import type { LedgerFile } from './ledger-files.ts'
import { ROSTER_NAME } from './own-file.ts'
import { readDocument } from './yaml-document.ts'

export interface Roster {
  readonly branches: readonly ExpectedBranch[]
  readonly problems: readonly Problem[]
}

/** The roster beside a configuration, which stands for all ledgers that the configuration names. */
export function rosterBeside(folder: string, cwd: string): LedgerFile[] {
  const path = join(folder, ROSTER_NAME)
  return existsSync(path) ? [{ path, label: withSlashes(relative(cwd, path)), isNamed: false }] : []
}

/** What all rosters together expect, each read once. */
export function readRosters(files: readonly LedgerFile[], settings: IntakeSettings): Roster {
  const once = new Map(files.map((file) => [realpathSync(file.path), file]))
  const readings = [...once.values()].map(({ path, label }) => readRoster(readDocument(path, label), settings))
  return {
    branches: readings.flatMap(({ branches }) => branches),
    problems: readings.flatMap(({ problems }) => problems),
  }
}
