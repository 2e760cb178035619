/**
 * Orders two texts by code point. `<` orders by UTF-16 unit, which puts 𠮷 before ！; `localeCompare` differs from
 * machine to machine.
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const first = a.charCodeAt(at)
    const second = b.charCodeAt(at)
    if (first !== second) return rank(first) - rank(second)
  }
  return a.length - b.length
}

/** Orders values by a text of theirs. */
export function byText<T>(text: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => byCodePoint(text(a), text(b))
}

/** Lifts the surrogates, which stand for code points from 0x10000 on, above the units from 0xE000 to 0xFFFF. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
