import { createHash } from 'node:crypto'
import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { EffectiveRule } from '../rulebook/effective.ts'
import { valueAt } from '../rulebook/resolve.ts'
import type { Setup } from '../setup.ts'
import { BUILD } from '../version.ts'
import { baseFolder } from './base-folder.ts'
import type { Project } from './project.ts'

const DAY_MS = 86_400_000
/** What was not asked for in so long is cleared away. */
const KEPT_DAYS = 14

/** The same for the same program, rules and configuration and the same days examined, and for no other. */
export function setupKey(
  { period, isToDate, graceDays, ruleSet, isDayFree }: Setup,
  { config }: Pick<Project, 'config'>,
): string {
  const rules = ruleSet.rules.map(judgedBy)
  const days = isDayFree === true ? 'lectures' : [period.from, isToDate ? 'to date' : period.to, graceDays]
  const key = JSON.stringify([BUILD, days, rules, ruleSet.kinds, config])
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}

const OF_NO_ACCOUNT: ReadonlySet<string> = new Set(['withNode', 'provenance', 'examples', 'guards'])

/** What judging by a rule depends on; the rest is not even made. */
export function judgedBy(rule: EffectiveRule): object {
  const keys = Object.keys(rule) as (keyof EffectiveRule)[]
  return Object.fromEntries(keys.flatMap((key) => (OF_NO_ACCOUNT.has(key) ? [] : [[key, rule[key]]])))
}

/**
 * The folder for all that was judged with this setup; `undefined` where the configuration loads plugins, for nobody
 * knows what they depend on.
 */
export function cacheFolderFor(setup: Setup, project: Project): string | undefined {
  if (valueAt(project.config, 'plugins') !== undefined) return undefined
  return join(baseFolder(), setupKey(setup, project))
}

/** Clears away the folders of other days and rules that nobody has asked for lately, and marks this one as asked for. */
export async function tidyCache(folder: string): Promise<void> {
  const base = baseFolder()
  const now = Date.now()
  await utimes(folder, new Date(now), new Date(now)).catch(() => undefined)
  for (const path of await keptFolders(base)) {
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs > KEPT_DAYS * DAY_MS) await remove(path)
  }
}

/** Clears away all that was judged, where some of it has suffered. */
export async function clearCache(): Promise<void> {
  for (const path of await keptFolders(baseFolder())) await remove(path)
}

/** Named by a `setupKey`, or by what they keep the code of; whatever else stands there is somebody else's. */
const KEPT = /^(?:[0-9a-f]{32}|code-[0-9a-f]{16})$/u

async function keptFolders(base: string): Promise<string[]> {
  const names = await readdir(base).catch(() => [])
  return names.filter((name) => KEPT.test(name)).map((name) => join(base, name))
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined)
}
