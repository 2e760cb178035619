import type { SourceNode } from '../source/node.ts'
import type { RulebookDocument, RulebookLibrary } from './resolve.ts'

/**
 * The rulebooks that come with the program: `base` is every file of the folder `base/`, `scenes/rural` the one file of
 * that name. `local` finds the rulebooks that a project keeps itself, and is asked first.
 *
 * @param isTrusted whether somebody (the tests) has held these files against the schema
 */
export function rulebookLibrary(
  files: Readonly<Record<string, SourceNode>>,
  local: (name: string, from: string | undefined) => SourceNode | undefined = () => undefined,
  isTrusted = false,
): RulebookLibrary {
  return (name, from) => {
    const own = local(name, from)
    if (own !== undefined) return [{ document: own, isTrusted: false }]
    const paths = Object.keys(files).filter((path) => path === `${name}.yaml` || path.startsWith(`${name}/`))
    const documents = paths.flatMap((path): RulebookDocument[] => {
      const document = files[path]
      return document === undefined ? [] : [{ document, isTrusted }]
    })
    return documents.length > 0 ? documents : undefined
  }
}
