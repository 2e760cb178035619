import type { SourceNode } from '../../source/node.ts'

/** `类型：支委会`, and `日期：2026-01-05` on the next line, which YAML takes for one text over two lines. */
const FOLDED = /^[\p{Script=Han}]{2,12}：\s*\S.* [\p{Script=Han}]{2,12}：/u

/** Whether the node lists records, one of which has full-width colons only and so is text. Records are not looked into. */
export function holdsWideRecord(node: SourceNode | undefined): boolean {
  switch (node?.type) {
    case 'list':
      return node.items.some((item) => item.type === 'scalar' && !item.quoted && FOLDED.test(item.text))
    case 'map':
      return node.entries.some(({ value }) => holdsWideRecord(value))
    default:
      return false
  }
}
