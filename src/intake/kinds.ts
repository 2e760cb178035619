import type { Kind } from '../ledger/schema.ts'
import type { SourceEntry } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { type Fields, isBlank } from './keys.ts'
import type { Reading } from './reading.ts'
import { saysNone, textOf } from './scalars.ts'

/** What a record is: by its 类型, by the register that it stands in, or by what else of it leaves no doubt. */
export function kindsOf(fields: Fields<'record'>, register: Located<string> | undefined, reading: Reading): Kind[] {
  const said = fields.first('kinds')
  const kinds = said === undefined ? [] : kindsIn(said, reading)
  if (register !== undefined && !kinds.some(({ value }) => value === register.value)) {
    return [{ value: register.value, at: register.at }, ...kinds]
  }
  return kinds.length > 0 ? kinds : guessedKinds(fields, reading)
}

function kindsIn({ key, value }: SourceEntry, reading: Reading): Kind[] {
  if (value.type === 'list') {
    return unique(value.items.flatMap((item) => kindsIn({ key, keyAt: item.at, value: item }, reading)))
  }
  if (value.type === 'map' || isBlank(value) || saysNone(value.text)) return []
  const { text, at } = value
  const { kinds, unknown, guessed } = reading.settings.kinds.read(text)
  for (const kind of unknown) {
    reading.noteOnce(
      'unknown-kind',
      `「${kind}」不是认识的类型，照原样保留，不计入其他类型；如是已有类型的另一种叫法，请在 taizhang.yaml 的 kinds 里写明`,
      at,
      kind,
    )
  }
  if (guessed) {
    reading.noteOnce(
      'guessed-kind',
      `类型「${text.trim()}」按「${kinds.join('、')}」读取；如不对，请改正写法`,
      at,
      text,
    )
  }
  return kinds.map((kind) => (kind === text.trim() ? { value: kind, at } : { value: kind, at, raw: text.trim() }))
}

function unique(kinds: readonly Kind[]): Kind[] {
  return [...new Map(kinds.map((kind) => [kind.value, kind])).values()]
}

/** A title that ends in the name of a kind tells it; so does a lecture's 题目 with its 主讲人 or 讲稿. */
function guessedKinds(fields: Fields<'record'>, reading: Reading): Kind[] {
  const title = textOf(fields.first('title'), reading)
  const told = title === undefined ? [] : reading.settings.kinds.toldBy(title.value)
  if (title !== undefined && told.length > 0) {
    reading.note(
      'guessed-kind',
      `没有写类型，按主题「${title.value}」读作${told.join('、')}；请补上类型`,
      title.at,
      title.value,
    )
    return told.map((value) => ({ value, at: title.at }))
  }
  const lecture = textOf(fields.first('lectureTitle'), reading)
  const hasMore = [fields.first('lecturer'), fields.first('script')].some((entry) => entry && !isBlank(entry.value))
  if (lecture === undefined || !hasMore) return []
  reading.note(
    'guessed-kind',
    `没有写类型，有党课题目「${lecture.value}」，读作党课；请补上类型`,
    lecture.at,
    lecture.value,
  )
  return [{ value: '党课', at: lecture.at }]
}
