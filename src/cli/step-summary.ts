import { reasonOf } from '../node/file-problem.ts'
import { appendToSummary, stepSummaryFile } from '../node/step-summary-file.ts'
import type { Terminal } from '../node/terminal.ts'
import { FORMATS } from '../report/formats.ts'
import { PLAIN } from '../report/palette.ts'
import type { Report } from '../report/schema.ts'
import { cutToFit, LARGEST_STEP_SUMMARY } from '../report/step-summary.ts'

/** Annotations show ten of a kind; the whole report goes into the summary of the step. */
export async function appendStepSummary(report: Report, terminal: Terminal): Promise<void> {
  const file = await stepSummaryFile()
  if (file === undefined) return
  const write = await FORMATS.markdown.load()
  const markdown = String(await write(report, { palette: PLAIN, width: 80 }))
  await appendToSummary(file, cutToFit(markdown, LARGEST_STEP_SUMMARY - file.size)).catch((error: unknown) => {
    terminal.say(`本次运行的摘要没有写成（${reasonOf(error)}），问题仍按注释列出`)
  })
}
