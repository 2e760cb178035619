import { reasonOf } from '../node/file-problem.ts'
import { writeOutput } from '../node/output-file.ts'
import type { Terminal } from '../node/terminal.ts'
import { type Baseline, baselineText } from '../rectification/baseline.ts'
import type { Report } from '../report/schema.ts'
import { UsageError } from './exit.ts'

/** A baseline before a run and after it; the latter only where the run saw enough to prune it. */
export interface BaselineStates {
  readonly before: Baseline | undefined
  readonly after: Baseline | undefined
}

/** Tells how the findings stand against the baseline, and takes out of it what is mended. */
export async function keepBaseline(
  path: string,
  { before, after }: BaselineStates,
  { baseline: counts }: Report,
  terminal: Terminal | undefined,
): Promise<void> {
  const gone = (before?.findings.length ?? 0) - (after?.findings.length ?? before?.findings.length ?? 0)
  terminal?.say(`基线中已有的问题 ${counts?.known ?? 0} 项，不再列出；已不再出现的 ${counts?.mended ?? 0} 项`)
  if (after === undefined || gone === 0) return
  const failed = await writeOutput(path, baselineText(after)).then(() => undefined, reasonOf)
  terminal?.say(
    failed === undefined
      ? `已从基线 ${path} 中去掉 ${gone} 项`
      : `基线 ${path} 无法写入（${failed}），其中 ${gone} 项还没有去掉，不影响这次检查`,
  )
}

/** @throws UsageError where the file can't be written */
export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  await writeOutput(path, baselineText(baseline)).catch((error: unknown) => {
    throw new UsageError(`基线文件“${path}”无法写入（${reasonOf(error)}）`)
  })
}
