// Gathers the licences of the packages that a bundle is made of.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//

/** The text of LICENSES.txt; `inputs` are the files bundled, as esbuild's metafile names them, below `root`. */
export function licencesOf(inputs, root) {
  const folders = new Set(inputs.flatMap((file) => PACKAGE.exec(file)?.[1] ?? []))
  return [...folders]
    .map((folder) => licenceOf(join(root, folder)))
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  return `${name} ${version}\n${license}\n${text}`
}
