import { plainName } from '../ledger/expected-branch.ts'
import type { Branch } from '../ledger/schema.ts'
import { evidence } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import { byText } from '../text/order.ts'
import type { BranchReading } from './file-reading.ts'

/** What tells whose a reading is, without its records: enough to plan with, and small enough to keep for every file. */
export type ReadingHead = Pick<BranchReading, 'branch' | 'origin' | 'file'>

/** What several files say of one branch. */
export interface BranchCluster<H extends ReadingHead> {
  /** The first is the one whose word goes before the others'. */
  readonly readings: H[]
}

interface Draft<H extends ReadingHead> extends BranchCluster<H> {
  readonly names: Set<string>
  superior: string | undefined
}

/**
 * Puts together what is said of the same branch: by 编号, else by the name or a former one, and by 上级 where two branches
 * share a name. The order of the readings is of no account.
 */
export function clustersOf<H extends ReadingHead>(
  readings: readonly H[],
): { clusters: BranchCluster<H>[]; problems: Problem[] } {
  const clustering = new Clustering<H>()
  for (const reading of [...readings].sort(byText(rankOf))) clustering.add(reading)
  return { clusters: clustering.clusters, problems: clustering.problems }
}

/** Those that tell most of who they are come first, so that the others can join them; then by origin, file and place. */
function rankOf({ branch, origin, file }: ReadingHead): string {
  const known = [branch.code, branch.formerNames[0], branch.superior].map((value) => (value === undefined ? 1 : 0))
  const place = [branch.at.sheet ?? '', String(branch.at.line).padStart(9, '0'), branch.name.value]
  return [...known, origin === 'yaml' ? 0 : 1, file, ...place].join('\n')
}

class Clustering<H extends ReadingHead> {
  readonly clusters: Draft<H>[] = []
  readonly problems: Problem[] = []
  private readonly byCode = new Map<string, Draft<H>>()
  private readonly byName = new Map<string, Draft<H>[]>()

  add(reading: H): void {
    const { branch } = reading
    const cluster = this.clusterOf(branch) ?? this.begin()
    cluster.readings.push(reading)
    cluster.superior ??= superiorOf(branch)
    if (branch.code !== undefined) this.byCode.set(branch.code.value, cluster)
    for (const name of namesOf(branch)) this.enter(name, cluster)
  }

  private clusterOf(branch: Branch): Draft<H> | undefined {
    if (branch.code !== undefined) return this.byCode.get(branch.code.value)
    const superior = superiorOf(branch)
    const named = new Set(namesOf(branch).flatMap((name) => this.byName.get(name) ?? []))
    const fitting = [...named].filter(
      (one) => superior === undefined || one.superior === undefined || one.superior === superior,
    )
    const [only, second] = fitting
    if (second === undefined) return only
    const closest = fitting.filter((one) => one.superior === superior && superior !== undefined)
    if (closest.length === 1) return closest[0]
    this.problems.push(ambiguous(branch, fitting))
    return undefined
  }

  private begin(): Draft<H> {
    const cluster: Draft<H> = { readings: [], names: new Set(), superior: undefined }
    this.clusters.push(cluster)
    return cluster
  }

  private enter(name: string, cluster: Draft<H>): void {
    if (cluster.names.has(name)) return
    cluster.names.add(name)
    const sharing = this.byName.get(name)
    if (sharing === undefined) this.byName.set(name, [cluster])
    else sharing.push(cluster)
  }
}

function ambiguous(branch: Branch, fitting: readonly BranchCluster<ReadingHead>[]): Problem {
  const others = fitting.flatMap(({ readings }) => readings.slice(0, 1).map((reading) => reading.branch))
  return {
    code: 'ambiguous-branch',
    severity: 'warning',
    message: `叫「${branch.name.value}」的支部不止一个，这一份没有写编号和上级，分不清是哪一个，单独作为一份；请写明编号或上级`,
    evidence: [branch, ...others].map(({ name }) => evidence(name)),
  }
}

function superiorOf({ superior }: Branch): string | undefined {
  return superior && plainName(superior.value)
}

function namesOf({ name, formerNames }: Branch): string[] {
  return [name, ...formerNames].map(({ value }) => plainName(value))
}

/** 编号, else the name, with 上级 before it where another branch has the name too; each once. */
export function branchIds(branches: readonly Branch[]): string[] {
  const taken = new Map<string, number>()
  for (const { code, name } of branches)
    taken.set(code?.value ?? name.value, (taken.get(code?.value ?? name.value) ?? 0) + 1)
  const given = new Set<string>()
  return branches.map(({ code, name, superior }) => {
    const plain = code?.value ?? name.value
    const base = taken.get(plain) === 1 || superior === undefined ? plain : `${superior.value} ${plain}`
    let id = base
    for (let number = 2; given.has(id); number += 1) id = `${base}（${number}）`
    given.add(id)
    return id
  })
}
