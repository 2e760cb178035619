import type { SourceNode } from '../source/node.ts'
import { type FieldTable, type FurtherAliases, fieldTable } from './field-table.ts'
import { type FurtherKinds, type KindTable, kindTable } from './kind-table.ts'

/** What intake knows beside the file: how ledgers call fields and kinds. */
export interface IntakeSettings {
  readonly fields: FieldTable
  readonly kinds: KindTable
}

/** What rulebooks and a project's configuration add. */
export interface IntakeAdditions {
  /** Field, by any of its names → further names. */
  readonly aliases?: FurtherAliases
  readonly kinds?: FurtherKinds
}

/** The built-in tables of `taizhang:rules`, with what rulebooks and the project add. */
export function builtinIntakeSettings(
  files: Readonly<Record<string, SourceNode>>,
  { aliases = {}, kinds = {} }: IntakeAdditions = {},
): IntakeSettings {
  return {
    fields: fieldTable(fileOf(files, 'intake/fields.yaml'), aliases),
    kinds: kindTable(fileOf(files, 'intake/kinds.yaml'), kinds),
  }
}

function fileOf(files: Readonly<Record<string, SourceNode>>, path: string): SourceNode {
  const file = files[path]
  if (file === undefined) throw new Error(`rules/${path} is missing`)
  return file
}
