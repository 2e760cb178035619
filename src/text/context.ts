import type { Voice } from './weighing.ts'

/** That the members themselves go to work. */
const TOGETHER = /志愿|主题党日|义务劳动|党员[^，。；]{0,6}(?:参与|参加|带头|动手|上阵)/u

/** What the rest of the text makes of a matter of office. */
export function inContext(voices: readonly Voice[], text: string): readonly Voice[] {
  const hasOpinion = voices.some(({ isOpinion }) => isOpinion)
  const isTogether = TOGETHER.test(text)
  return voices.map((voice) => {
    if (voice.class !== '行政业务') return voice
    if (voice.isDeliberated && hasOpinion) return { ...voice, class: '议事' }
    return voice.isChore && isTogether ? { ...voice, class: '活动' } : voice
  })
}
