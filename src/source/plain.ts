import type { SourceNode } from './node.ts'
import type { Place } from './place.ts'

/** The node as a JavaScript value by YAML's core schema, for what a zod schema is to look at (rulebooks, configuration). */
export function toPlain(node: SourceNode): unknown {
  switch (node.type) {
    case 'list':
      return node.items.map(toPlain)
    case 'map':
      return Object.fromEntries(node.entries.map((entry) => [entry.key, toPlain(entry.value)]))
    case 'scalar':
      return node.quoted ? node.text : plainScalar(node.text)
  }
}

/** The place of the value that a path leads to, or of the last step of it that exists. */
export function placeAt(node: SourceNode, path: readonly PropertyKey[]): Place {
  const [step, ...rest] = path
  if (step === undefined) return node.at
  const child = childAt(node, step)
  return child === undefined ? node.at : placeAt(child, rest)
}

/** What stands at the end of the path. */
export function nodeAt(node: SourceNode, path: readonly PropertyKey[]): SourceNode | undefined {
  const [step, ...rest] = path
  if (step === undefined) return node
  const child = childAt(node, step)
  return child && nodeAt(child, rest)
}

/** Whether something stands at the end of the path. */
export function isWritten(node: SourceNode, path: readonly PropertyKey[]): boolean {
  return nodeAt(node, path) !== undefined
}

function childAt(node: SourceNode, step: PropertyKey): SourceNode | undefined {
  if (node.type === 'list') return node.items[Number(step)]
  if (node.type === 'map') return node.entries.find((entry) => entry.key === step)?.value
  return undefined
}

const NUMBER = /^[-+]?(?:\d+|\d*\.\d+|\d+\.)(?:e[-+]?\d+)?$/i

function plainScalar(text: string): unknown {
  if (text === '' || text === '~' || text === 'null') return null
  if (text === 'true') return true
  if (text === 'false') return false
  return NUMBER.test(text) ? Number(text) : text
}
