/** A number in place of a name: 53 bits, so that of a million names no two share one but once in ten thousand runs. */
export function nameNumber(name: string): number {
  let high = 0x9e3779b1
  let low = 0x85ebca6b
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at)
    high = Math.imul(high ^ unit, 0xcc9e2d51)
    low = Math.imul(low ^ unit, 0x1b873593)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}
