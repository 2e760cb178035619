import type { PlainDate } from '../calendar/plain-date.ts'
import type { DateRange } from '../calendar/range.ts'
import type { Check, CorpusText } from '../checks/contract.ts'
import { lecturesOnly } from '../lectures.ts'
import type { Baseline } from '../rectification/baseline.ts'
import type { EarlierBaseline } from '../rectification/counted-baseline.ts'
import type { EarlierExemptions } from '../rulebook/counted-exemptions.ts'
import { valueAt } from '../rulebook/resolve.ts'
import { prepare, type Setup } from '../setup.ts'
import type { SourceNode } from '../source/node.ts'
import { localRulebooks, openProject, type Project } from './project.ts'
import { compareTextsAtLarge } from './reuse-workers.ts'

/** What a run is told, as plain data: a worker thread makes its own setup of it. */
export interface SetupRequest {
  readonly cwd: string
  readonly asOf: PlainDate
  readonly period?: DateRange | undefined
  /** The configuration that was named; else it is looked for from `cwd` on. */
  readonly config?: string | undefined
  readonly rules?: readonly string[] | undefined
  readonly branches?: readonly string[] | undefined
  readonly scoring?: boolean | undefined
  /** Only the lectures are wanted. */
  readonly onlyLectures?: boolean | undefined
  /** Settings that are not those of the work tree, where a thread would look for them. */
  readonly project?: Project | undefined
}

/** What only the thread that puts the report down needs to know. */
export interface ConcludingRequest {
  readonly corpus?: readonly CorpusText[] | undefined
  readonly exemptions?: SourceNode | undefined
  readonly earlierExemptions?: EarlierExemptions | undefined
  readonly baseline?: Baseline | undefined
  readonly earlierBaseline?: EarlierBaseline | undefined
}

/** @throws SetupError */
export function projectFor({ cwd, config, project }: SetupRequest): Project {
  return project ?? openProject(cwd, config)
}

/**
 * All that a run needs to know beside the ledgers.
 *
 * @throws SetupError
 */
export async function setupFor(
  request: SetupRequest,
  project: Project,
  concluding: ConcludingRequest = {},
): Promise<Setup> {
  const setup = prepare({
    asOf: request.asOf,
    period: request.period,
    config: project.config,
    rulebooks: request.rules,
    localRulebook: localRulebooks(request.cwd, project.rulebooks),
    branches: request.branches,
    scoring: request.scoring,
    compareTexts: compareTextsAtLarge,
    uncounted: project.uncounted,
    checks: await pluginChecks(project),
    ...concluding,
  })
  return request.onlyLectures === true ? lecturesOnly(setup) : setup
}

async function pluginChecks({ config, folder }: Project): Promise<Check[]> {
  const named = valueAt(config, 'plugins')
  if (named === undefined) return []
  const { loadPlugins } = await import('./plugins.ts')
  return loadPlugins(named, folder)
}
