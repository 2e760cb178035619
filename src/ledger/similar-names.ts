import { plainName } from './expected-branch.ts'

/** Two names, by where they stand in the list, that may be two ways of writing one branch's. */
export type SimilarPair = readonly [number, number]

/**
 * Pairs of names that differ only in how they are written (`第１` and `第一`), in a word that tells no branch from
 * another (机关, 有限责任), or in the place before them that only one of them gives. Names that differ by a number, or
 * where each has a word of its own, are of different branches. Each name is looked up, none held against all others.
 */
export function similarNames(names: readonly string[]): SimilarPair[] {
  const bare = names.map(bareName)
  const byBareName = grouped(bare)
  const written = [...byBareName.values()].flatMap(([first = 0, ...others]) =>
    others.map((other): SimilarPair => [first, other]),
  )
  const longer = new Map<string, number[]>()
  for (const [at, name] of bare.entries()) {
    for (const rest of withoutPlaces(name)) {
      if (byBareName.has(rest)) longer.set(rest, [...(longer.get(rest) ?? []), at])
    }
  }
  const placed = Array.from(longer, ([rest, [one, ...others]]): SimilarPair[] => {
    const [short] = byBareName.get(rest) ?? []
    // Several places have a branch of that name: which of them is meant, the names do not tell.
    return one === undefined || short === undefined || others.length > 0 ? [] : [[short, one]]
  })
  return [...written, ...placed.flat()]
}

/** Where each name stands; names that say nothing but a number or 支部 are left out. */
function grouped(names: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, name] of names.entries()) {
    if (!isTelling(name)) continue
    const known = places.get(name)
    if (known === undefined) places.set(name, [at])
    else known.push(at)
  }
  return places
}

const NUMBERS = '一二三四五六七八九'

/** Without what two people may write differently of one branch. */
function bareName(name: string): string {
  return plainName(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<=第)[一二三四五六七八九](?![十百])/u, (digit) => String(NUMBERS.indexOf(digit) + 1))
    .replace(/(?:股份)?有限(?:责任)?公司/u, '公司')
    .replace(/机关|本级/u, '')
}

/** `青禾县`, `柳湾镇`: what stands before the name of a branch. */
const PLACE = /^[^第\d]{1,8}?(?:省|市|(?<!社)区|县|旗|州|盟|镇|乡|街道)(?=.)/u

/** The name with one place after the other taken from its front. */
function withoutPlaces(name: string): string[] {
  const rests: string[] = []
  for (let rest = name.replace(PLACE, ''); rest !== (rests.at(-1) ?? name); rest = rest.replace(PLACE, '')) {
    rests.push(rest)
  }
  return rests
}

const LEAST_TELLING = 2

function isTelling(name: string): boolean {
  return name.replaceAll(/第?[\d一二三四五六七八九十]+|党?支部/gu, '').length >= LEAST_TELLING
}
