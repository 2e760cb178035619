import { appendFile, stat } from 'node:fs/promises'
import process from 'node:process'

/** The file that a step of a GitHub workflow may write its summary into; others may have written there before. */
export interface StepSummaryFile {
  readonly path: string
  /** Bytes that stand there already. */
  readonly size: number
}

/** `undefined` where this is no step of a GitHub workflow. */
export async function stepSummaryFile(): Promise<StepSummaryFile | undefined> {
  const path = process.env.GITHUB_STEP_SUMMARY
  if (path === undefined || path === '') return undefined
  const { size } = await stat(path).catch(() => ({ size: 0 }))
  return { path, size }
}

export async function appendToSummary({ path }: StepSummaryFile, markdown: string): Promise<void> {
  await appendFile(path, markdown)
}
