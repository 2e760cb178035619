// Serves `taizhang:rules`: every YAML file below rules/, parsed once when the program is built.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../rules/', import.meta.url))

/** The module's code, with the rulebooks as JSON text, which V8 reads faster than the same as a literal. */
export function rulesModule(parseYaml) {
  const files = {}
  for (const path of yamlFiles(root)) {
    const [document] = parseYaml(readFileSync(join(root, path), 'utf8'), `rules/${path}`)
    if (document === undefined) throw new Error(`rules/${path} is empty`)
    files[path] = document
  }
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(files))})`
}

export function ruleFiles() {
  return yamlFiles(root).map((path) => join(root, path))
}

function yamlFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort()
}
