/** The function, which works out its answer for each thing once, as long as anybody holds the thing. */
export function onceEach<K extends object, V extends object | string>(work: (thing: K) => V): (thing: K) => V {
  const known = new WeakMap<K, V>()
  return (thing) => {
    const before = known.get(thing)
    if (before !== undefined) return before
    const answer = work(thing)
    known.set(thing, answer)
    return answer
  }
}
