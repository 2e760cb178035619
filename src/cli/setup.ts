import process from 'node:process'
import type { CorpusText } from '../checks/contract.ts'
import { readBaseline } from '../node/baseline-file.ts'
import { earlierBaseline } from '../node/earlier-baseline.ts'
import { earlierExemptions } from '../node/earlier-exemptions.ts'
import { settingsAt } from '../node/earlier-settings.ts'
import { listedExemptions, type Project } from '../node/project.ts'
import { projectFor, type SetupRequest, setupFor } from '../node/setup-request.ts'
import { today } from '../node/today.ts'
import type { Setup } from '../setup.ts'
import { UsageError } from './exit.ts'
import type { JudgingOptions } from './judging-options.ts'

export function requestOf(options: JudgingOptions): SetupRequest {
  const { asOf = today(), period, config, rules, branch: branches, score: scoring, onlyLectures } = options
  return { cwd: process.cwd(), asOf, period, config, rules, branches, scoring, onlyLectures }
}

/**
 * The configuration that the options name, or the one that is found from the current folder on.
 *
 * @throws SetupError
 */
export function projectOf(options: JudgingOptions): Project {
  return projectFor(requestOf(options))
}

/**
 * The same, with the settings of the commit that the options name in place of its own.
 *
 * @throws SetupError
 * @throws GitError
 */
export async function projectToJudgeBy(options: JudgingOptions): Promise<Project> {
  const own = projectOf(options)
  return options.settingsFrom === undefined ? own : settingsAt(options.settingsFrom, own, requestOf(options))
}

/**
 * All that a run needs to know beside the ledgers.
 *
 * @throws UsageError
 * @throws SetupError
 * @throws GitError
 */
export async function setupOf(
  options: JudgingOptions,
  project: Project,
  corpus: readonly CorpusText[] = [],
): Promise<Setup> {
  const { settingsFrom, exemptionsFrom = settingsFrom, baseline, baselineFrom = settingsFrom } = options
  if (options.baselineFrom !== undefined && baseline === undefined) {
    throw new UsageError('--baseline-from 说的是基线以哪个提交为准，请同时用 --baseline 写明基线文件')
  }
  const cwd = process.cwd()
  return setupFor(requestOf(options), project, {
    corpus,
    exemptions: listedExemptions(project, cwd),
    earlierExemptions: exemptionsFrom === undefined ? undefined : await earlierExemptions(exemptionsFrom, project, cwd),
    baseline: baseline === undefined ? undefined : readBaseline(baseline),
    earlierBaseline:
      baseline === undefined || baselineFrom === undefined ? undefined : await earlierBaseline(baselineFrom, baseline),
  })
}
