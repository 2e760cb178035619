import { existsSync } from 'node:fs'
import type { Project } from '../node/project.ts'
import type { Setup } from '../setup.ts'

/** What ledgers are judged by: configuration, rulebooks, exemptions and lists of branches of the project's own. */
export function settingFiles({ config }: Project, { ruleSet, exemptions, roster }: Setup): string[] {
  const files = new Set([
    ...(config === undefined ? [] : [config.at.file]),
    ...ruleSet.rules.flatMap(({ at, provenance }) => [at, ...Object.values(provenance)].map(({ file }) => file)),
    ...ruleSet.overrides.map(({ at }) => at.file),
    ...exemptions.map(({ at }) => at.file),
    ...roster.map(({ at }) => at.file),
  ])
  return [...files].filter(existsSync)
}
