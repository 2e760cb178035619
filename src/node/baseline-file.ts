import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Baseline, withCommas } from '../rectification/baseline.ts'
import { mistakesIn } from '../rulebook/mistakes.ts'
import { SetupError } from '../setup.ts'
import { toPlain } from '../source/plain.ts'
import { withSlashes } from './file-names.ts'
import { fileProblem } from './file-problem.ts'
import type { Project } from './project.ts'
import { documentIn } from './yaml-document.ts'

const BASELINE_NAME = 'taizhang-baseline.json'

/** Where a baseline is written that nobody gave a name: beside the configuration, else in the current folder. */
export function usualBaselinePath({ folder, config }: Project, cwd: string): string {
  return relative(cwd, join(config === undefined ? cwd : folder, BASELINE_NAME))
}

/**
 * Reads a baseline that `taizhang baseline` wrote.
 *
 * @throws SetupError where it is none, with the line
 */
export function readBaseline(path: string): Baseline {
  const file = withSlashes(path)
  return baselineIn(bytesOf(path, file), file)
}

/**
 * The same for what has been read already, and reports call `file`.
 *
 * @throws SetupError where it is none, with the line
 */
export function baselineIn(bytes: Uint8Array, file: string): Baseline {
  const text = new TextDecoder().decode(bytes)
  const parsed = Baseline.safeParse(jsonIn(text))
  return parsed.success ? parsed.data : explained(bytes, text, file)
}

/** `undefined` where it is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(withCommas(text))
  } catch {
    return undefined
  }
}

/** JSON is YAML, whose reader knows lines and says in plain words what is wrong with the form. */
function explained(bytes: Uint8Array, text: string, file: string): Baseline {
  if (/^(?:<{7}|={7}|>{7})/mu.test(text)) {
    const message =
      '基线文件里留有合并冲突的标记（<<<<<<<、=======、>>>>>>>），请保留两边的行，删去标记后再检查（改好的会自动去掉）'
    throw new SetupError([fileProblem('bad-baseline', 'error', message, file)])
  }
  const node = documentIn(bytes, file)
  const parsed = Baseline.safeParse(toPlain(node))
  if (parsed.success) return parsed.data
  throw new SetupError(
    mistakesIn(node, parsed.error, 'bad-baseline').map((problem) => ({
      ...problem,
      message: `不是 taizhang baseline 写出的基线：${problem.message}`,
    })),
  )
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    const message = '基线文件不存在或无法读取，请核对路径；还没有基线的，先用 taizhang baseline 写一份'
    throw new SetupError([fileProblem('bad-baseline', 'error', message, file)])
  }
}
