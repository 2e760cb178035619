import { execFileSync } from 'node:child_process'
import process from 'node:process'

export interface CommitDates {
  /** `2026-03-13` */
  readonly author?: string
  readonly committer?: string
}

/** A Git repository for a test: nothing of this machine's settings, and days that are fixed. */
export class Repository {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
    this.git('init', '--quiet', '--initial-branch=main')
  }

  /** Commits all that stands in the folder. */
  commit(message: string, { author = '2026-01-01', committer = author }: CommitDates = {}): void {
    this.git('add', '--all')
    this.run(['commit', '--quiet', '--allow-empty', '-m', message], {
      GIT_AUTHOR_DATE: `${author}T09:00:00+08:00`,
      GIT_COMMITTER_DATE: `${committer}T09:00:00+08:00`,
    })
  }

  git(...args: readonly string[]): string {
    return this.run(args)
  }

  private run(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
    return execFileSync('git', ['-C', this.folder, ...args], {
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: '示例',
        GIT_AUTHOR_EMAIL: 'a@example.invalid',
        GIT_COMMITTER_NAME: '示例',
        GIT_COMMITTER_EMAIL: 'a@example.invalid',
        ...env,
      },
    })
  }
}
