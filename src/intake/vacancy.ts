/** Words by which a ledger says that an office is held by nobody. */
const VACANT = /^(?:空缺|暂缺|缺|缺额|待定|待补选?|待选举?|未设|未设立|不设)(?:支委会|委员|副书记)?$/u

export function saysVacant(text: string): boolean {
  return VACANT.test(text.trim())
}
