/** How findings call a kind in full; other kinds go by their own name. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  党员大会: '支部党员大会',
  支委会: '支部委员会会议',
  民主评议: '民主评议党员',
}

export function fullName(kind: string): string {
  return FULL_NAMES[kind] ?? kind
}

/** `支部党员大会或主题党日`: any of the kinds. */
export function fullNames(kinds: readonly string[]): string {
  return kinds.map(fullName).join('或')
}
