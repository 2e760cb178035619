import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { valueAt } from '../rulebook/resolve.ts'
import { SetupError } from '../setup.ts'
import type { SourceEntry, SourceNode } from '../source/node.ts'
import { type ProjectSettings, uncountedSettings, unusableSettings } from './changed-settings.ts'
import { isWithin, withSlashes } from './file-names.ts'
import { commitOf, linkedFileAt, topFolder } from './git.ts'
import { CONFIG_NAME } from './own-file.ts'
import { labelOf, listedExemptions, type Project, rulebookPath } from './project.ts'
import { realPath } from './real-path.ts'
import { type SetupRequest, setupFor } from './setup-request.ts'
import { documentIn } from './yaml-document.ts'

type ReadDocument = (path: string) => Promise<SourceNode | undefined>

/** What the configuration says of the work tree rather than of the rules, and the exemptions, which are read apart. */
const OF_THE_WORK_TREE: ReadonlySet<string> = new Set(['ledgers', 'corpus', 'exemptions'])

/**
 * The project with the configuration and the rulebooks of its own as they stand in a commit: a change must not loosen the
 * rules that it is judged by. What there is to check is for the work tree to say. The settings that stand there must be in
 * order all the same, for they will count next; where nothing can be made of the earlier ones they count at once, which is
 * an error to be told.
 *
 * @throws GitError where there is no such commit
 * @throws SetupError where the settings that stand have mistakes
 */
export async function settingsAt(ref: string, own: Project, request: SetupRequest): Promise<Project> {
  const { cwd } = request
  const standing = await setupFor(request, own, { exemptions: listedExemptions(own, cwd) })
  const read = await readerAt(ref, cwd)
  const now = await readProject(request, readerOf(cwd, fromDisk))
  try {
    const before = await readProject(request, read)
    const { ruleSet } = await setupFor(request, before)
    const uncounted = uncountedSettings(
      ref,
      { ...before, rules: ruleSet.rules },
      { ...now, rules: standing.ruleSet.rules },
    )
    return { ...withWorkTree(before, own), rulebooks: before.rulebooks, uncounted }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    return { ...own, uncounted: [unusableSettings(ref, error.problems, own.config)] }
  }
}

/** Files of the repository as the commit has them, links and all; what lies outside of it no change can touch. */
async function readerAt(ref: string, cwd: string): Promise<ReadDocument> {
  const commit = await commitOf(cwd, ref)
  const top = realPath((await topFolder(cwd)) ?? cwd)
  return readerOf(cwd, (path) => {
    const place = join(realPath(cwd), relative(cwd, path))
    return isWithin(place, top) ? linkedFileAt(top, commit, withSlashes(relative(top, place))) : fromDisk(path)
  })
}

function fromDisk(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined)
}

function readerOf(cwd: string, bytesOf: (path: string) => Promise<Uint8Array | undefined>): ReadDocument {
  return async (path) => {
    const bytes = await bytesOf(path)
    return bytes && documentIn(bytes, labelOf(path, cwd))
  }
}

/** Reads the configuration but for what it says of the work tree, and the project's own rulebooks that it builds on. */
async function readProject(
  { cwd, config: named, rules }: SetupRequest,
  read: ReadDocument,
): Promise<Project & Omit<ProjectSettings, 'rules'>> {
  const path = named === undefined ? await nearestConfig(cwd, read) : resolve(cwd, named)
  const document = path === undefined ? undefined : await read(path)
  const config = document && ofTheRules(document)
  const rulebooks = new Map<string, SourceNode>()
  const add = async (name: string, from: string | undefined) => {
    const book = rulebookPath(name, from, cwd)
    const found = book === undefined || rulebooks.has(book) ? undefined : await read(book)
    if (book === undefined || found === undefined) return
    rulebooks.set(book, found)
    for (const parent of extendedBy(found)) await add(parent, found.at.file)
  }
  for (const name of rules ?? extendedBy(config)) await add(name, rules === undefined ? config?.at.file : undefined)
  return { folder: path === undefined ? cwd : dirname(path), config, rulebooks }
}

async function nearestConfig(folder: string, read: ReadDocument): Promise<string | undefined> {
  const path = join(folder, CONFIG_NAME)
  if ((await read(path)) !== undefined) return path
  const above = dirname(folder)
  return above === folder ? undefined : nearestConfig(above, read)
}

function extendedBy(document: SourceNode | undefined): string[] {
  const named = valueAt(document, 'extends')
  const items = named?.type === 'list' ? named.items : [named]
  return items.flatMap((item) => (item?.type === 'scalar' && item.text !== '' ? [item.text] : []))
}

/** The settings of one project, with what another says of its work tree. */
function withWorkTree({ folder, config }: Project, own: Project): Project {
  if (own.config === undefined) return { folder, config }
  const kept = entriesOf(own.config).filter(({ key }) => OF_THE_WORK_TREE.has(key))
  return { folder: own.folder, config: { type: 'map', at: own.config.at, entries: [...entriesOf(config), ...kept] } }
}

function ofTheRules(document: SourceNode): SourceNode {
  if (document.type !== 'map') return document
  return { ...document, entries: document.entries.filter(({ key }) => !OF_THE_WORK_TREE.has(key)) }
}

function entriesOf(document: SourceNode | undefined): readonly SourceEntry[] {
  return document?.type === 'map' ? document.entries : []
}
