// Serves `taizhang:rules`: every YAML file below rules/, parsed once when the program is built.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../rules/', import.meta.url))

/**
 * The module's code: each file as JSON text, which V8 reads faster than the same as a literal, in a short form that is
 * unfolded when the file is first asked for. No command asks for all of them.
 */
export function rulesModule(parseYaml) {
  const files = yamlFiles(root).map((path) => {
    const [document] = parseYaml(readFileSync(join(root, path), 'utf8'), `rules/${path}`)
    if (document === undefined) throw new Error(`rules/${path} is empty`)
    return `${JSON.stringify(path)}: lazily(${JSON.stringify(`rules/${path}`)}, ${JSON.stringify(JSON.stringify(folded(document, SELDOM_READ)))})`
  })
  return `${lazily}\n${unfolded}\nexport default Object.defineProperties({}, {${files.join(',\n')}})`
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

/** What judging has no need of, and makes up most of a rulebook: unfolded by itself when it is asked for. */
const SELDOM_READ = new Set(['examples', 'guards'])

/**
 * A node as line, column and what its type needs: `[l, c, text, quoted]`, `[l, c, items]`, `[l, c, keys, places, values]`;
 * one that is seldom read as `[l, c, text of all that, type]`.
 */
function folded(node, seldomRead) {
  const { line, column } = node.at
  switch (node.type) {
    case 'scalar':
      return [line, column, node.text, node.quoted ? 1 : 0]
    case 'list':
      return [line, column, node.items.map((item) => folded(item, seldomRead))]
    default:
      return [
        line,
        column,
        node.entries.map(({ key }) => key),
        node.entries.map(({ keyAt }) => [keyAt.line, keyAt.column]),
        node.entries.map(({ key, value }) =>
          seldomRead.has(key) && value.type !== 'scalar' ? foldedTwice(value) : folded(value, seldomRead),
        ),
      ]
  }
}

function foldedTwice(node) {
  const { line, column } = node.at
  return [line, column, JSON.stringify(folded(node, new Set())), node.type]
}

/** Part of the module's code: the node that `folded` has folded. */
function unfolded([line, column, what, more, values], file) {
  const at = { file, line, column }
  if (more === 'map' || more === 'list') {
    let node
    const unfold = () => (node ??= unfolded(JSON.parse(what), file))
    return {
      type: more,
      get entries() {
        return unfold().entries
      },
      get items() {
        return unfold().items
      },
      at,
    }
  }
  if (typeof what === 'string') return { type: 'scalar', text: what, quoted: more === 1, at }
  if (more === undefined) return { type: 'list', items: what.map((item) => unfolded(item, file)), at }
  const entries = what.map((key, index) => {
    const [keyLine, keyColumn] = more[index]
    return { key, keyAt: { file, line: keyLine, column: keyColumn }, value: unfolded(values[index], file) }
  })
  return { type: 'map', entries, at }
}

/** Part of the module's code: a property that is read from its text when it is first asked for. */
function lazily(file, text) {
  let node
  return {
    enumerable: true,
    get() {
      node ??= unfolded(JSON.parse(text), file)
      return node
    },
  }
}
