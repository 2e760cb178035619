import type { LedgerRecord } from '../ledger/schema.ts'
import { evidenceAt, type Place } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import type { BranchReading, FileReading } from './file-reading.ts'
import type { ScriptRequest } from './reading.ts'

/** The text of a script file that a ledger names, or why there is none: half a sentence in Chinese. */
export type ScriptText = { readonly text: string } | { readonly problem: string }

/** Gives records the scripts that they name; their place is the script file itself. */
export function attachScripts(
  parts: readonly FileReading[],
  scripts: ReadonlyMap<string, ScriptText>,
): { readings: BranchReading[]; problems: Problem[] } {
  const problems: Problem[] = []
  const readings = parts.flatMap(({ branches, scripts: requests }) => {
    if (requests.length === 0) return branches
    const byRecord = new Map(requests.map((request) => [keyOf(request.record), request]))
    return branches.map((branch) => ({
      ...branch,
      records: branch.records.map((record) => withScript(record, byRecord.get(keyOf(record.at)), scripts, problems)),
    }))
  })
  return { readings, problems }
}

/** Who looked for the file may have said what to do already. */
function withAdvice(problem: string): string {
  return problem.includes('请') ? problem : `${problem}；请核对路径，把讲稿放到台账旁边`
}

function keyOf({ sheet = '', line, column }: Place): string {
  return `${sheet}\n${line}\n${column}`
}

function withScript(
  record: LedgerRecord,
  request: ScriptRequest | undefined,
  scripts: ReadonlyMap<string, ScriptText>,
  problems: Problem[],
): LedgerRecord {
  if (request === undefined) return record
  const { path, namedAt } = request
  const found = scripts.get(path) ?? { problem: '没有找到这个文件' }
  if ('text' in found)
    return { ...record, script: { text: found.text, at: { file: path, line: 1, column: 1 }, namedAt } }
  problems.push({
    code: 'missing-script',
    severity: 'warning',
    message: `讲稿「${path}」没有读到：${withAdvice(found.problem)}`,
    evidence: [evidenceAt(namedAt, path)],
  })
  return { ...record, illegible: [...(record.illegible ?? []), 'script'] }
}
