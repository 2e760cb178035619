import rulesFiles from 'taizhang:rules'
import * as z from 'zod'
import { ledgerFileSchema } from './intake/ledger-file-schema.ts'
import { LecturesDocument } from './report/lectures/schema.ts'
import { Report } from './report/schema.ts'
import { Config } from './rulebook/config.ts'
import { Exemption } from './rulebook/exemption.ts'
import { Day, OneOrMore, Override, Rulebook, RuleChange } from './rulebook/schema.ts'

/** What `taizhang schema` can describe. */
export const SCHEMA_NAMES = ['ledger', 'config', 'rulebook', 'report', 'lectures'] as const
export type SchemaName = (typeof SCHEMA_NAMES)[number]

const DRAFT = 'draft-07'

/** What the program writes and nobody else. */
const WRITTEN: readonly SchemaName[] = ['report', 'lectures']

/** Rules as they stand in a file, which the reader of rulebooks takes one by one to tell each mistake at its line. */
const Rules = z.record(z.string(), RuleChange).optional()
const Overrides = z.array(Override.extend({ rules: Rules })).optional()

const SCHEMAS: Readonly<Record<SchemaName, () => z.ZodType>> = {
  ledger: () => ledgerFileSchema(fileOf('intake/fields.yaml'), kindNames()),
  config: () =>
    Config.extend({
      rules: Rules,
      overrides: Overrides,
      exemptions: z.union([OneOrMore(z.string()), z.array(Exemption)]).optional(),
    }),
  rulebook: () => Rulebook.extend({ rules: Rules, overrides: Overrides }),
  report: () => Report,
  lectures: () => LecturesDocument,
}

/** The JSON Schema (draft 7, which editors know best) of a kind of file. */
export function jsonSchema(name: SchemaName): object {
  return z.toJSONSchema(SCHEMAS[name](), {
    target: DRAFT,
    io: WRITTEN.includes(name) ? 'output' : 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: schema }) => {
      if (zodSchema === Day) Object.assign(schema, { type: 'string', format: 'date' })
    },
  })
}

function kindNames(): string[] {
  const kinds = fileOf('intake/kinds.yaml')
  return kinds.type === 'map' ? kinds.entries.map(({ key }) => key) : []
}

function fileOf(path: string) {
  const file = rulesFiles[path]
  if (file === undefined) throw new Error(`rules/${path} is missing`)
  return file
}
