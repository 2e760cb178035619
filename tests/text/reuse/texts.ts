import { findReuse, type LectureReuse, type ReuseDocument, type ReuseResult } from '../../../src/text/reuse/index.ts'

const CHARACTERS = [
  ...'春夏秋冬山水田林路桥村巷门窗灯瓦砖石米面茶果鱼虫鸟花草木风雨雪云星月日光火土金铁布衣鞋帽书笔纸墨琴棋画歌舞车船马牛羊',
  ...'走跑跳看听说问答写读算量做修补拆建开关推拉提放收送接等找借还买卖种养洗扫擦搬抬挑背抱牵带领管教帮劝吵笑哭病治吃喝睡醒',
  ...'大小多少长短高低深浅远近快慢冷热新旧真假对错好坏早晚先后左右上下前里外东西南北一二三四五六七八九十百千年月日时分今昨',
]

/** Text that says something of its own: characters drawn in an order that no other seed has. */
export function ownText(seed: number, length: number): string {
  let state = seed * 2654435761 + 12345
  let text = ''
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    text += CHARACTERS[Math.floor((state / 0x1_0000_0000) * CHARACTERS.length)]
    if (at % 14 === 13) text += '，'
  }
  return `${text}。`
}

/** A lecture of a branch of its own, unless told otherwise. */
export function lecture(id: string, text: string, more: Partial<ReuseDocument> = {}): ReuseDocument {
  return { id, text, role: 'lecture', group: id, date: '2026-03-01', ...more }
}

export function reuseOf(documents: readonly ReuseDocument[], setPhrases: readonly string[] = []): ReuseResult {
  return findReuse(documents, { minPassage: 40, setPhrases })
}

export function found(result: ReuseResult, id: string): LectureReuse {
  const lecture = result.lectures.find((one) => one.id === id)
  if (lecture === undefined) throw new Error(`no lecture ${id}`)
  return lecture
}

/** The sources of a lecture with the share of each, rounded. */
export function sourcesOf(result: ReuseResult, id: string): [string, number][] {
  return found(result, id).matches.map(({ source, share }) => [source, Math.round(share * 100) / 100])
}
