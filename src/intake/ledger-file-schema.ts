import * as z from 'zod'
import type { SourceNode } from '../source/node.ts'
import type { Scope } from './fields.ts'

/** Editors are to help with the canonical names and let the rest pass: ledgers may call a field by any alias. */
const Text = z.union([z.string(), z.number(), z.boolean(), z.null()])

/**
 * The shape of a ledger in YAML for editors: the canonical names of `rules/intake/fields.yaml`, each with its aliases as
 * the description, and the kinds that `rules/intake/kinds.yaml` and rulebooks know.
 */
export function ledgerFileSchema(fields: SourceNode, kinds: readonly string[]): z.ZodType {
  const scopes = new ScopeSchemas(fields)
  const Tenure = oneOrMore(z.union([Text, scopes.of('tenure')]))
  const People = z.union([Text, z.array(z.union([Text, scopes.of('person')]))])
  const Count = z.union([People, scopes.of('count')])
  const Vote = z.union([Text, scopes.of('vote')])
  const Speeches = z.union([Text, z.array(z.union([Text, scopes.of('speech')]))])
  const Kind = kinds.length > 0 ? z.union([z.enum(kinds as [string, ...string[]]), Text]) : Text
  const Items = (item: z.ZodType) => z.union([Text, z.array(z.union([Text, item]))])
  const Branch = scopes.of('branch', {
    secretaries: Tenure,
    deputies: Tenure,
    committee: Tenure,
    groups: z.union([z.record(z.string(), Text), z.array(z.union([Text, scopes.of('group')]))]),
    termExtension: z.union([Text, scopes.of('extension')]),
    formerNames: oneOrMore(Text),
    mergedFrom: oneOrMore(Text),
  })
  const Member = scopes.of('member', { exemptions: oneOrMore(z.union([Text, scopes.of('exemption')])) })
  const Agenda = scopes.of('agenda', { speeches: Speeches, vote: Vote })
  const Record = scopes.of('record', {
    kinds: oneOrMore(Kind),
    groups: oneOrMore(Text),
    jointBranches: oneOrMore(Text),
    attachments: oneOrMore(Text),
    people: oneOrMore(Text),
    counterparts: oneOrMore(Text),
    due: Count,
    present: Count,
    attendees: People,
    leave: Count,
    absent: Count,
    absences: Count,
    guests: Count,
    votersDue: Count,
    votersPresent: Count,
    mobile: Count,
    unable: Count,
    agenda: Items(Agenda),
    decisions: Items(scopes.of('decision')),
    speeches: Speeches,
    vote: Vote,
    appraisal: z.union([Text, z.record(z.string(), Count)]),
  })
  const Ledger = scopes.of('document', {
    branch: z.union([Text, Branch]),
    members: z.array(Member),
    meetings: z.array(Record),
    registers: z.record(z.string(), z.array(Record).nullable()),
  })
  return oneOrMore(Ledger)
}

function oneOrMore(item: z.ZodType): z.ZodType {
  return z.union([item, z.array(item)])
}

class ScopeSchemas {
  private readonly sections: ReadonlyMap<string, SourceNode>

  constructor(fields: SourceNode) {
    this.sections = new Map(entriesOf(fields).map(({ key, value }) => [key, value]))
  }

  /** An object of the scope's canonical names; the fields that `types` does not name hold one value. */
  of(scope: Scope, types: Readonly<Record<string, z.ZodType>> = {}): z.ZodType {
    const shape: Record<string, z.ZodType> = {}
    for (const { key, value } of entriesOf(this.sections.get(scope))) {
      const parts = new Map(entriesOf(value).map((entry) => [entry.key, entry.value]))
      const [field = ''] = textsOf(parts.get('field'))
      const aliases = textsOf(parts.get('aliases'))
      const type = (types[field] ?? Text).optional()
      shape[key] = aliases.length === 0 ? type : type.describe(`也可写作：${aliases.join('、')}`)
    }
    return z.looseObject(shape)
  }
}

function entriesOf(node: SourceNode | undefined) {
  return node?.type === 'map' ? node.entries : []
}

function textsOf(node: SourceNode | undefined): string[] {
  if (node?.type === 'scalar') return node.text === '' ? [] : [node.text]
  return node?.type === 'list' ? node.items.flatMap(textsOf) : []
}
