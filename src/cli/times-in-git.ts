import type { PlainDate } from '../calendar/plain-date.ts'
import { type HistoryMemo, isAnyShallow, lineHistories } from '../node/git-history.ts'
import type { FoundFiles } from '../node/ledger-files.ts'
import { byWorkTree } from '../node/work-tree.ts'
import type { JudgingOptions } from './judging-options.ts'

/** Above so many files the history is looked at only where that was asked for: it takes a fifth of the time that judging takes. */
const MOST_FILES_WITH_HISTORY = 1000

/** The files with what Git knows of when their lines were written. */
export interface FilesWithTimes {
  readonly found: FoundFiles
  /** What Git was not asked, or could not tell: else nobody would know why nothing came of it. */
  readonly notice?: string
}

export async function withTimesInGit(
  found: FoundFiles,
  since: PlainDate,
  { git }: JudgingOptions,
  memo: HistoryMemo | undefined,
): Promise<FilesWithTimes> {
  if (git === false) return { found }
  const { files, roots } = found
  const trees = byWorkTree(files)
  if (trees.size === 0) return { found }
  if (git === undefined && files.length > MOST_FILES_WITH_HISTORY) return { found, notice: notAsked(files.length) }
  const histories = await lineHistories(trees, roots, since, memo)
  const withTimes = { ...found, files: files.map((file) => ({ ...file, history: histories.get(file.label) })) }
  return (await isAnyShallow(trees)) ? { found: withTimes, notice: SHALLOW } : { found: withTimes }
}

function notAsked(files: number): string {
  return `台账有${files}个文件，超过${MOST_FILES_WITH_HISTORY}个，没有看 Git 里的提交时间；要看请加 --git，不看请加 --no-git`
}

const SHALLOW =
  '这个 Git 仓库没有取完整历史（浅克隆），从提交时间看不出记录何时录入；请取完整历史（GitHub：actions/checkout 加 fetch-depth: 0，GitLab：GIT_DEPTH: 0），不看请加 --no-git'
