import * as z from 'zod'
import {
  type Classification,
  CONTENT_CLASSES,
  type ContentClass,
  type ContentClassifier,
} from '../../src/text/content-class.ts'

export interface LabelledItem {
  readonly text: string
  readonly class: ContentClass
  readonly second: ContentClass | undefined
}

const Class = z.enum(CONTENT_CLASSES)
/** Part → 主类 or 主类+次类 → one item a line. */
const LabelledFile = z.record(z.string(), z.record(z.string(), z.string()))

/** Reads tests/text/labelled-items.yaml. */
export function labelledItems(plain: unknown): Record<string, LabelledItem[]> {
  return Object.fromEntries(
    Object.entries(LabelledFile.parse(plain)).map(([part, lists]) => [part, Object.entries(lists).flatMap(itemsOf)]),
  )
}

function itemsOf([label, lines]: [string, string]): LabelledItem[] {
  const [first, second] = label.split('+')
  const labels = { class: Class.parse(first), second: second === undefined ? undefined : Class.parse(second) }
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ text: text.trim(), ...labels }))
}

/** The classes that quality is measured over. */
const MEASURED: readonly ContentClass[] = ['政治学习', '党务', '行政业务', '活动']

/** What counts as right besides the class itself. */
const ALSO_RIGHT: Readonly<Partial<Record<ContentClass, readonly ContentClass[]>>> = {
  议事: ['党务', '行政业务'],
  知识技能: ['行政业务'],
}

/** Precision, recall and F1 of each measured class by the first class of each item, and what went wrong. */
export function measure(items: readonly LabelledItem[], classify: ContentClassifier) {
  const judged = items.map((item) => ({ item, got: classify(item.text) }))
  const pairs = judged.map(({ item, got }) => ({ gold: item.class, got: countedAs(got.class, item.class) }))
  const classes = MEASURED.map((name) => {
    const right = pairs.filter(({ gold, got }) => gold === name && got === name).length
    const precision = ratio(right, pairs.filter(({ got }) => got === name).length)
    const count = pairs.filter(({ gold }) => gold === name).length
    const recall = ratio(right, count)
    return { name, items: count, precision, recall, f1: ratio(2 * precision * recall, precision + recall) }
  })
  const mixed = judged.filter(({ item }) => item.second !== undefined)
  return {
    classes,
    macroF1: classes.reduce((sum, { f1 }) => sum + f1, 0) / classes.length,
    seconds: `${mixed.filter(({ item, got }) => got.class === item.class && got.second === item.second).length}/${mixed.length}`,
    wrong: judged.filter(({ item, got }) => countedAs(got.class, item.class) !== item.class),
  }
}

function countedAs(got: ContentClass, gold: ContentClass): ContentClass {
  return ALSO_RIGHT[got]?.includes(gold) || ALSO_RIGHT[gold]?.includes(got) ? gold : got
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

export type { Classification }
