/** Of one origin: texts by their index. */
export interface Cluster {
  readonly members: readonly number[]
}

/** Groups texts that are linked, directly or through others; a text without links is in no group. Near-linear. */
export function clustersOf(links: readonly (readonly [number, number])[]): Cluster[] {
  const parents = new Map<number, number>()
  const root = (text: number): number => {
    let at = text
    for (let parent = parents.get(at); parent !== undefined && parent !== at; parent = parents.get(at)) {
      const above = parents.get(parent) ?? parent
      parents.set(at, above)
      at = above
    }
    return at
  }
  for (const [one, other] of links) {
    const a = root(one)
    const b = root(other)
    parents.set(Math.max(a, b), Math.min(a, b))
    parents.set(Math.min(a, b), Math.min(a, b))
  }
  const clusters = new Map<number, number[]>()
  for (const text of [...parents.keys()].sort((a, b) => a - b)) {
    const cluster = clusters.get(root(text))
    if (cluster === undefined) clusters.set(root(text), [text])
    else cluster.push(text)
  }
  return Array.from(clusters.values(), (members) => ({ members }))
}
