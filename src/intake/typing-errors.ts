/** Characters that people take for one another, by the characters of their group. */
export type LookAlikes = ReadonlyMap<string, string>

/** Cost of writing a character that looks or sounds like the right one; any other slip costs 1. */
const LOOKALIKE_COST = 0.5
/** A name of two characters is one letter away from too many others. */
const MIN_LENGTH = 3
/** A slip in an unlikely letter is too much for a name of three. */
const MIN_LENGTH_FOR_UNLIKELY = 4

/** `[持特待, 记纪]`: each group is a text of the characters that are mistaken for one another. */
export function lookAlikes(groups: readonly string[]): LookAlikes {
  const map = new Map<string, string>()
  for (const group of groups) for (const char of group) map.set(char, (map.get(char) ?? '') + group)
  return map
}

/**
 * What it costs to come from the name to the text by one slip: a wrong, missing, doubled or added character, or two
 * that changed places. `Infinity` where more than one slip, or one too unlikely for so short a name, lies between.
 */
export function typingCost(text: string, name: string, confusions: LookAlikes): number {
  if (text === name) return 0
  if (name.length < MIN_LENGTH || Math.abs(text.length - name.length) > 1) return Number.POSITIVE_INFINITY
  const cost = text.length === name.length ? costOfChange(text, name, confusions) : costOfLength(text, name)
  return cost === 1 && name.length < MIN_LENGTH_FOR_UNLIKELY ? Number.POSITIVE_INFINITY : cost
}

function costOfChange(text: string, name: string, confusions: LookAlikes): number {
  const at = firstDifference(text, name)
  if (text.slice(at + 1) === name.slice(at + 1)) {
    if (confusions.get(name.charAt(at))?.includes(text.charAt(at))) return LOOKALIKE_COST
    // A compound with another first part is about something else: 流出时间 is no 转出时间.
    return at < name.length / 2 ? Number.POSITIVE_INFINITY : 1
  }
  const swapped = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
  return text === swapped ? LOOKALIKE_COST : Number.POSITIVE_INFINITY
}

function costOfLength(text: string, name: string): number {
  const [shorter, longer] = text.length < name.length ? [text, name] : [name, text]
  const at = firstDifference(shorter, longer)
  return longer.slice(at + 1) === shorter.slice(at) ? 1 : Number.POSITIVE_INFINITY
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}
