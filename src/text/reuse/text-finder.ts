/** Which text a position is in. */
export type TextOf = (position: number) => number

const BLOCK_BITS = 7

/** Finds the text of a position by blocks of characters: one look and seldom a second. */
export function textFinder(starts: Uint32Array): TextOf {
  const count = starts.length - 1
  const end = starts[count] as number
  const firstOfBlock = new Uint32Array((end >>> BLOCK_BITS) + 1)
  let text = 0
  for (let block = 0; block < firstOfBlock.length; block++) {
    while (text + 1 < count && (starts[text + 1] as number) <= block << BLOCK_BITS) text += 1
    firstOfBlock[block] = text
  }
  return (position) => {
    let found = firstOfBlock[position >>> BLOCK_BITS] as number
    while ((starts[found + 1] as number) <= position) found += 1
    return found
  }
}
