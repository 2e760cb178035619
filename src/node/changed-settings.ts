import type { EffectiveRule } from '../rulebook/effective.ts'
import type { SourceNode } from '../source/node.ts'
import { type Evidence, evidenceAt } from '../source/place.ts'
import { toPlain } from '../source/plain.ts'
import type { Problem } from '../source/problem.ts'
import { judgedBy } from './cache-folder.ts'

/** What makes the rules of a project, and the rules that it comes to for all branches. */
export interface ProjectSettings {
  readonly config: SourceNode | undefined
  /** The project's own, by their paths. */
  readonly rulebooks: ReadonlyMap<string, SourceNode>
  readonly rules: readonly EffectiveRule[]
}

/** Rules that a message names of each sort. */
const MOST_NAMED = 5

/** Tells of settings that have changed since a commit whose own count in their place. */
export function uncountedSettings(ref: string, before: ProjectSettings, now: ProjectSettings): Problem[] {
  const paths = new Set([...before.rulebooks.keys(), ...now.rulebooks.keys()])
  const changed = [
    [before.config, now.config] as const,
    ...[...paths].map((path) => [before.rulebooks.get(path), now.rulebooks.get(path)] as const),
  ].filter(([earlier, later]) => contentOf(earlier) !== contentOf(later))
  if (changed.length === 0) return []
  const rules = rulesBetween(before.rules, now.rules)
  return [
    {
      code: 'uncounted-setting',
      severity: 'info',
      message: `配置和规则以“${ref}”为准，此后的改动这次不算数${rules === '' ? '' : `（${rules}）`}`,
      evidence: changed.flatMap(([, later]) => startOf(later)),
    },
  ]
}

/** Tells that nothing could be made of the settings that were to count, so that those of the change did. */
export function unusableSettings(ref: string, problems: readonly Problem[], config: SourceNode | undefined): Problem {
  const reasons = problems.map(({ message }) => message).join('；')
  return {
    code: 'unusable-setting',
    severity: 'error',
    message: `“${ref}”里的配置、规则用不了，这次按此后改过的判断，请人工核对改动（${reasons}）`,
    evidence: startOf(config),
  }
}

function startOf(document: SourceNode | undefined): Evidence[] {
  return document === undefined ? [] : [evidenceAt(document.at, '')]
}

function contentOf(document: SourceNode | undefined): string | undefined {
  return document && JSON.stringify(toPlain(document))
}

/** What the change makes of the rules. */
function rulesBetween(before: readonly EffectiveRule[], now: readonly EffectiveRule[]): string {
  const earlier = new Map(before.map((rule) => [rule.id, demandOf(rule)]))
  const later = new Map(now.map((rule) => [rule.id, demandOf(rule)]))
  const off = [...earlier.keys()].filter((id) => !later.has(id))
  const changed = [...earlier.keys()].filter((id) => later.has(id) && later.get(id) !== earlier.get(id))
  const added = [...later.keys()].filter((id) => !earlier.has(id))
  return [named('停用', off), named('改了', changed), named('新增', added)].filter((part) => part !== '').join('；')
}

function demandOf(rule: EffectiveRule): string {
  return JSON.stringify({ ...judgedBy(rule), at: undefined })
}

function named(what: string, ids: readonly string[]): string {
  if (ids.length === 0) return ''
  const more = ids.length > MOST_NAMED ? ` 等 ${ids.length} 条` : ''
  return `${what} ${ids.slice(0, MOST_NAMED).join('、')}${more}`
}
