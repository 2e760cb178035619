import { readFileSync } from 'node:fs'
import { decode } from '../intake/decode.ts'
import { explainYaml } from '../intake/explain-yaml.ts'
import { SetupError } from '../setup.ts'
import type { SourceNode } from '../source/node.ts'
import { parseYaml } from '../source/yaml.ts'
import { fileProblem, reasonOf } from './file-problem.ts'

/**
 * The first document of a YAML file that reports call `file`; an empty one says nothing.
 *
 * @throws SetupError where it can't be read
 */
export function readDocument(path: string, file: string): SourceNode {
  return documentIn(bytesOf(path, file), file)
}

/**
 * The same for what has been read already.
 *
 * @throws SetupError where it can't be understood
 */
export function documentIn(bytes: Uint8Array, file: string): SourceNode {
  const text = textOf(bytes, file)
  try {
    const [document] = parseYaml(text, file)
    return document ?? { type: 'map', entries: [], at: { file, line: 1, column: 1 } }
  } catch (error) {
    throw new SetupError(explainYaml(text, file, error))
  }
}

function textOf(bytes: Uint8Array, file: string): string {
  const { text = '', remarks } = decode(bytes)
  const [damage] = remarks.filter(({ severity }) => severity === 'error')
  if (damage === undefined) return text
  throw new SetupError([fileProblem(damage.code, 'error', damage.message, file)])
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new SetupError([fileProblem('unreadable-file', 'error', `文件无法读取（${reasonOf(error)}）`, file)])
  }
}
