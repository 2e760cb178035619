import type { PlainDate } from '../calendar/plain-date.ts'
import type { Decision } from '../ledger/schema.ts'
import type { SourceEntry, SourceMap, SourceNode, SourceScalar } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { placeWithin } from '../source/within.ts'
import { type Fields, fieldsOf, isBlank } from './keys.ts'
import { namesOf } from './people-fields.ts'
import { type Reading, written } from './reading.ts'
import { saysNone, scalarOf, textOf } from './scalars.ts'
import { readDecision } from './values/decision-text.ts'
import { itemsOf } from './values/items.ts'

type Numberless = Omit<Decision, 'number'>

/** What deadlines without a year are read by: the day on which they were agreed. */
interface Agreed {
  readonly agreed: PlainDate | undefined
  readonly reading: Reading
}

/** Reads 议定事项 with the columns beside it: maps, texts in a list, or one text of several. */
export function decisionsOf(fields: Fields<'record'>, agreed: PlainDate | undefined, reading: Reading): Decision[] {
  const deadlines = { agreed, reading }
  const decisions = fields.all('decisions').flatMap(({ key, value }) => decisionsIn(value, key, deadlines))
  return withColumns(decisions, fields, deadlines).map(({ task, owner, deadline, deadlineText, result, at }, index) => {
    return { number: index + 1, task, owner, deadline, deadlineText, result, at }
  })
}

function decisionsIn(node: SourceNode, key: string, agreed: Agreed): Numberless[] {
  switch (node.type) {
    case 'scalar':
      return isBlank(node) || saysNone(node.text)
        ? []
        : itemsOf(node.text).map(({ text, offset }) => ofText(text, offset, node, agreed))
    case 'list':
      return node.items.flatMap((item) => decisionsIn(item, key, agreed))
    case 'map':
      return ofMap(node, key, agreed)
  }
}

function ofMap(node: SourceMap, key: string, agreed: Agreed): Numberless[] {
  const { reading } = agreed
  const fields = fieldsOf(node, 'decision', reading)
  const task = textOf(fields.first('task'), reading)
  if (task === undefined) {
    reading.warn('missing-content', `「${key}」里有一项没有写事项，没有读取；请补上事项`, node.at, written(node))
    return []
  }
  const owner = ownerOf(fields.first('owner'), reading)
  const { deadline, deadlineText } = deadlineOf(fields.first('deadline'), agreed)
  return [
    {
      task,
      owner,
      deadline,
      deadlineText,
      result: textOf(fields.first('result'), reading),
      at: fields.at,
    },
  ]
}

/** Who is named for it, as one text: 赵敏、孙立. */
function ownerOf(entry: SourceEntry | undefined, reading: Reading): Located<string> | undefined {
  if (entry === undefined || isBlank(entry.value)) return undefined
  const names = namesOf(entry, reading)
  const [first] = names
  return first && { value: names.map(({ value }) => value).join('、'), at: first.at }
}

function deadlineOf(entry: SourceEntry | undefined, agreed: Agreed): Pick<Decision, 'deadline' | 'deadlineText'> {
  const scalar = entry && scalarOf(entry, agreed.reading)
  return scalar === undefined || saysNone(scalar.text) ? {} : deadlineIn(scalar, agreed)
}

/** A day, or the last day of the month or quarter named; other wordings (长期坚持) stay as they are. */
function deadlineIn(
  { text, at }: SourceScalar,
  { agreed, reading }: Agreed,
): Pick<Decision, 'deadline' | 'deadlineText'> {
  const day = reading.dates.deadline(text, agreed)
  if (day === undefined) return { deadlineText: { value: text.trim(), at } }
  return { deadline: day === text ? { value: day, at } : { value: day, at, raw: text } }
}

/** 由赵敏负责，4月30日前完成: what a text says of owner and deadline beyond doubt. */
function ofText(text: string, offset: number, scalar: SourceScalar, agreed: Agreed): Numberless {
  const part = (passage: { text: string; offset: number }): SourceScalar => ({
    type: 'scalar',
    text: passage.text,
    quoted: scalar.quoted,
    at: placeWithin(scalar, offset + passage.offset),
  })
  const at = placeWithin(scalar, offset)
  const { owner, deadline, result } = readDecision(text)
  return {
    task: { value: text, at },
    owner: owner && { value: owner.text, at: part(owner).at },
    ...(deadline && deadlineIn(part(deadline), agreed)),
    result: result && { value: result.text, at: part(result).at },
    at,
  }
}

const COLUMNS = ['decisionOwner', 'decisionDeadline', 'decisionResult'] as const

/** 责任人, 时限 and 落实 in columns of their own hold for every decision of the row that says nothing else. */
function withColumns(decisions: readonly Numberless[], fields: Fields<'record'>, agreed: Agreed): Numberless[] {
  const { reading } = agreed
  if (decisions.length === 0 || !COLUMNS.some((column) => fields.first(column) !== undefined)) return [...decisions]
  const owner = ownerOf(fields.first('decisionOwner'), reading)
  const deadline = deadlineOf(fields.first('decisionDeadline'), agreed)
  const result = textOf(fields.first('decisionResult'), reading)
  return decisions.map((decision) => ({
    ...decision,
    owner: decision.owner ?? owner,
    ...(decision.deadline === undefined && decision.deadlineText === undefined ? deadline : {}),
    result: decision.result ?? result,
  }))
}
