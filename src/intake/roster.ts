import type { ExpectedBranch } from '../ledger/expected-branch.ts'
import type { SourceNode } from '../source/node.ts'
import type { Problem } from '../source/problem.ts'
import { type Fields, fieldsOf, isBlank } from './keys.ts'
import { Reading } from './reading.ts'
import { nameOf, readAs } from './scalars.ts'
import type { IntakeSettings } from './settings.ts'
import { readScene } from './values/flags.ts'

/** Reads `branches.yaml`: the branches that are to hand in a ledger, by name or with 编号, 领域 and 上级. */
export function readRoster(
  node: SourceNode,
  settings: IntakeSettings,
): { branches: ExpectedBranch[]; problems: readonly Problem[] } {
  const reading = new Reading(node.at.file, settings)
  return { branches: branchesIn(node, undefined, reading), problems: reading.problems }
}

function branchesIn(node: SourceNode, superior: string | undefined, reading: Reading): ExpectedBranch[] {
  switch (node.type) {
    case 'scalar':
      return isBlank(node) ? [] : [{ name: node.text.trim(), superior, at: node.at }]
    case 'list':
      return node.items.flatMap((item) => branchesIn(item, superior, reading))
    case 'map': {
      const table = reading.settings.fields.scope('branch')
      const isBranch = node.entries.some(({ key, value }) => table.fieldOf(key) === 'name' && value.type === 'scalar')
      if (isBranch) return ofFields(fieldsOf(node, 'branch', reading), superior, reading)
      return node.entries.flatMap(({ key, value }) => branchesIn(value, superiorIn(key, superior), reading))
    }
  }
}

/** 支部: [...] holds the list itself; any other key is the 上级 of those below it. */
function superiorIn(key: string, superior: string | undefined): string | undefined {
  return /^(?:支部|党支部|支部名单|应交支部|名单|branches)$/iu.test(key.trim()) ? superior : key.trim()
}

function ofFields(fields: Fields<'branch'>, superior: string | undefined, reading: Reading): ExpectedBranch[] {
  const name = nameOf(fields.first('name'), reading)
  if (name === undefined) {
    reading.error('missing-name', '支部名单里有一项没有写名称，没有读取；请补上支部名称', fields.at, '')
    return []
  }
  return [
    {
      name: name.value,
      code: nameOf(fields.first('code'), reading)?.value,
      scene: readAs(fields.first('scene'), reading, readScene, '农村、社区、机关、学校、国企、非公等领域', 'bad-scene')
        ?.value,
      superior: nameOf(fields.first('superior'), reading)?.value ?? superior,
      at: name.at,
    },
  ]
}
