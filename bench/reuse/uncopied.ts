import type { ReuseDocument } from '../../src/text/reuse/index.ts'
import { type CorpusOptions, generate, USUAL } from './corpus.ts'
import { FormalSpeech } from './formal-speech.ts'
import { PlainSpeech } from './plain-speech.ts'
import { Random } from './random.ts'
import type { Speech } from './speech.ts'
import { Vocabulary } from './vocabulary.ts'

/** So many lectures, or minutes, in which nothing was copied although they share wording: whatever is found is wrong. */
export type Uncopied = (texts: number, seed: number) => ReuseDocument[]

export const UNCOPIED: Readonly<Record<string, Uncopied>> = {
  'lectures in words without end': lectures({ speech: 'words' }),
  'lectures in plain speech': lectures({ speech: 'plain', length: 1500, references: 3 }),
  'lectures in formal speech': lectures({ speech: 'formal', length: 2000, references: 3 }),
  'short lectures in plain speech': short(PlainSpeech, 2, 6),
  'short lectures in formal speech': short(FormalSpeech, 3, 9),
  'headings of one template': headings,
  'minutes that open and close alike': minutes,
}

function lectures(options: Partial<CorpusOptions>): Uncopied {
  return (texts, seed) =>
    generate({ ...USUAL, copying: 0, templates: 0, ...options, lectures: texts, seed }).texts.map(
      ({ document }) => document,
    )
}

/** Lectures of a few sentences, a third of them set phrases. */
function short(Kind: new (random: Random) => Speech, fewest: number, most: number): Uncopied {
  return (texts, seed) => {
    const random = new Random(seed)
    const speech = new Kind(random)
    return written(texts, () =>
      Array.from({ length: random.between(fewest, most) }, () =>
        random.chance(0.33) ? `${random.pick(speech.setPhrases)}。` : speech.sentence(random),
      ).join(''),
    )
  }
}

function headings(texts: number, seed: number): ReuseDocument[] {
  const random = new Random(seed)
  const speech = new Vocabulary(random)
  const lines = Array.from({ length: 10 }, () => speech.sentence(random).slice(0, random.between(8, 26)))
  return written(texts, () =>
    lines.map((line) => `${line}\n${own(random, speech, random.between(10, 200))}\n`).join(''),
  )
}

const OPENINGS = [
  '会议由支部书记主持，支部委员和党小组组长参加，列席人员名单附后，会前已通知到每一名党员',
  '支部书记通报了上次会议议定事项的落实情况，与会同志没有提出不同意见，会议进入下一项议程',
  '会议首先传达了上级党委的通知要求，随后围绕本季度的重点工作进行了讨论，党员依次发言',
]
const CLOSINGS = [
  '经与会党员充分讨论，一致同意上述意见，会议形成的决议由支部委员会负责落实并向党员大会报告',
  '主持人作了小结，要求各党小组按照分工抓好落实，下次会议上逐项报告进展情况，散会',
  '会议决定事项由组织委员记录在案，纪检委员负责监督落实，未到会的党员由党小组长负责传达',
]

function minutes(texts: number, seed: number): ReuseDocument[] {
  const random = new Random(seed)
  const speech = new PlainSpeech(random)
  return written(texts, () =>
    [
      random.pick(OPENINGS),
      ...Array.from({ length: random.between(1, 4) }, () => `${speech.word(random)}说，${speech.sentence(random)}`),
      random.pick(CLOSINGS),
    ].join('。'),
  )
}

/** Sentences of the lecturer's own, about so many characters. */
function own(random: Random, speech: Speech, length: number): string {
  let text = ''
  while (text.length < length) text += speech.sentence(random)
  return text
}

const FIRST_DAY = Date.UTC(2020, 0, 1)
const DAYS = 1500

/** Four texts for each branch, over four years. */
function written(texts: number, write: () => string): ReuseDocument[] {
  return Array.from({ length: texts }, (_, index) => ({
    id: `text-${String(index).padStart(6, '0')}`,
    text: write(),
    role: 'lecture',
    group: `branch-${index % Math.ceil(texts / 4)}`,
    date: new Date(FIRST_DAY + Math.floor((index * DAYS) / texts) * 86_400_000).toISOString().slice(0, 10),
  }))
}
