import process from 'node:process'
import type { CorpusText } from '../checks/contract.ts'
import { loadPlugins } from '../node/plugins.ts'
import { listedExemptions, localRulebooks, openProject, type Project } from '../node/project.ts'
import { today } from '../node/today.ts'
import { valueAt } from '../rulebook/resolve.ts'
import { prepare, type Setup } from '../setup.ts'
import type { JudgingOptions } from './judging-options.ts'

/**
 * The configuration that the options name, or the one that is found from the current folder on.
 *
 * @throws SetupError
 */
export function projectOf({ config }: JudgingOptions): Project {
  return openProject(process.cwd(), config)
}

/**
 * All that a run needs to know beside the ledgers.
 *
 * @throws SetupError
 */
export async function setupOf(
  options: JudgingOptions,
  project: Project,
  corpus: readonly CorpusText[] = [],
): Promise<Setup> {
  return prepare({
    asOf: options.asOf ?? today(),
    period: options.period,
    config: project.config,
    rulebooks: options.rules,
    localRulebook: localRulebooks(process.cwd()),
    exemptions: listedExemptions(project, process.cwd()),
    branches: options.branch,
    corpus,
    scoring: options.score,
    checks: await loadPlugins(valueAt(project.config, 'plugins'), project.folder),
  })
}
