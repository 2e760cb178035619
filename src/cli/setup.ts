import process from 'node:process'
import type { CorpusText } from '../checks/contract.ts'
import { listedExemptions, type Project } from '../node/project.ts'
import { projectFor, type SetupRequest, setupFor } from '../node/setup-request.ts'
import { today } from '../node/today.ts'
import type { Setup } from '../setup.ts'
import type { JudgingOptions } from './judging-options.ts'

export function requestOf({ asOf, period, config, rules, branch, score }: JudgingOptions): SetupRequest {
  return { cwd: process.cwd(), asOf: asOf ?? today(), period, config, rules, branches: branch, scoring: score }
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
 * All that a run needs to know beside the ledgers.
 *
 * @throws SetupError
 */
export function setupOf(options: JudgingOptions, project: Project, corpus: readonly CorpusText[] = []): Promise<Setup> {
  return setupFor(requestOf(options), project, { corpus, exemptions: listedExemptions(project, process.cwd()) })
}
