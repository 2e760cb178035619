import type { PlainDate } from '../calendar/plain-date.ts'
import { type HistoryMemo, isShallow, isUnderGit, lineHistories } from '../node/git-history.ts'
import type { FoundFiles } from '../node/ledger-files.ts'
import type { JudgingOptions } from './judging-options.ts'

/** Above so many files the history is looked at only where that was asked for: it takes a fifth of the time that judging takes. */
const MOST_FILES_WITH_HISTORY = 1000

/** What Git was not asked, or could not tell: else nobody would know why nothing came of it. */
export async function gitNotice({ files }: FoundFiles, { git, quiet }: JudgingOptions): Promise<string | undefined> {
  if (git === false || quiet === true || !isUnderGit(files)) return undefined
  if (git === undefined && files.length > MOST_FILES_WITH_HISTORY) {
    return `台账有${files.length}个文件，超过${MOST_FILES_WITH_HISTORY}个，没有看 Git 里的提交时间；要看请加 --git，不看请加 --no-git`
  }
  if (!(await isShallow(files))) return undefined
  return '这个 Git 仓库没有取完整历史（浅克隆），从提交时间看不出记录何时录入；请取完整历史（GitHub：actions/checkout 加 fetch-depth: 0，GitLab：GIT_DEPTH: 0），不看请加 --no-git'
}

/** The files with what Git knows of when their lines were written. */
export async function withHistories(
  found: FoundFiles,
  since: PlainDate,
  { git }: JudgingOptions,
  memo: HistoryMemo | undefined,
): Promise<FoundFiles> {
  if (git === false || (git === undefined && found.files.length > MOST_FILES_WITH_HISTORY)) return found
  const histories = await lineHistories(found.files, found.roots, since, memo)
  if (histories.size === 0) return found
  return { ...found, files: found.files.map((file) => ({ ...file, history: histories.get(file.label) })) }
}
