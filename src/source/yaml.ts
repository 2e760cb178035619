import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import type { SourceEntry, SourceNode } from './node.ts'
import type { Place } from './place.ts'

/** Deeper than any ledger or rulebook; guards the walk against hostile nesting. */
const MAX_DEPTH = 60

/**
 * Reads the documents of a YAML stream with the place of every key and value, in one pass over the parser's events.
 * Keys given twice stay both. Anchors are resolved once; an alias to a collection is refused, for a few of them
 * nested into each other stand for billions of values.
 *
 * @throws YAMLException at the first mistake of form; `explainYaml` says in plain Chinese what it is.
 */
export function parseYaml(text: string, file: string): SourceNode[] {
  return new Walk(text, file).documents()
}

class Walk {
  private readonly text: string
  private readonly file: string
  private readonly events: readonly Event[]
  private readonly anchors = new Map<string, SourceNode>()
  private readonly lineStarts: readonly number[]
  private next = 0
  private line = 0

  constructor(text: string, file: string) {
    this.text = text
    this.file = file
    this.events = parseEvents(text, { filename: file, maxDepth: MAX_DEPTH })
    this.lineStarts = startsOfLines(text)
  }

  documents(): SourceNode[] {
    const documents: SourceNode[] = []
    while (this.next < this.events.length) {
      const event = this.take()
      if (event.type !== EVENT_ID.DOCUMENT) continue
      this.anchors.clear()
      if (this.peekType() !== EVENT_ID.POP) documents.push(this.node(this.place(0)))
      this.take()
    }
    return documents
  }

  /** `fallback` is the place of a value that is not written at all. */
  private node(fallback: Place): SourceNode {
    const event = this.take()
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.anchored(event, this.scalar(event, fallback))
      case EVENT_ID.SEQUENCE: {
        const at = this.place(event.start)
        const items: SourceNode[] = []
        while (this.peekType() !== EVENT_ID.POP) items.push(this.node(at))
        this.take()
        return this.anchored(event, { type: 'list', items, at })
      }
      case EVENT_ID.MAPPING: {
        const at = this.place(event.start)
        const entries: SourceEntry[] = []
        while (this.peekType() !== EVENT_ID.POP) entries.push(this.entry(at))
        this.take()
        return this.anchored(event, { type: 'map', entries, at })
      }
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart, event.anchorEnd)
      default:
        return { type: 'scalar', text: '', quoted: false, at: fallback }
    }
  }

  private entry(at: Place): SourceEntry {
    const key = this.node(at)
    return { key: key.type === 'scalar' ? key.text : '', keyAt: key.at, value: this.node(key.at) }
  }

  private scalar(event: ScalarEvent, fallback: Place): SourceNode {
    if (event.valueStart < 0) return { type: 'scalar', text: '', quoted: false, at: fallback }
    const quoted = event.style !== SCALAR_STYLE.PLAIN
    const text = getScalarValue(this.text, event)
    const reflowed = (event.style !== SCALAR_STYLE.LITERAL_BLOCK && text.includes('\n')) || undefined
    return { type: 'scalar', text, quoted, reflowed, at: this.placeOfScalar(event) }
  }

  /** A quoted scalar begins at its quote; a block scalar on the first line of its text. */
  private placeOfScalar(event: ScalarEvent): Place {
    switch (event.style) {
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return this.place(event.valueStart - 1)
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK:
        return this.place(event.valueStart + Math.max(event.indent, 0))
      default:
        return this.place(event.valueStart)
    }
  }

  private anchored(event: { anchorStart: number; anchorEnd: number }, node: SourceNode): SourceNode {
    if (event.anchorStart >= 0) this.anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), node)
    return node
  }

  private alias(start: number, end: number): SourceNode {
    const at = this.place(start - 1)
    const target = this.anchors.get(this.text.slice(start, end))
    const text = target?.type === 'scalar' ? target.text : `*${this.text.slice(start, end)}`
    const reflowed = text.includes('\n')
    return {
      type: 'scalar',
      text,
      quoted: target?.type === 'scalar' && target.quoted,
      ...(reflowed && { reflowed }),
      at,
    }
  }

  /** Events come nearly in the order of the text, so the line of the last one is where to look from. */
  private place(offset: number): Place {
    while (this.line > 0 && (this.lineStarts[this.line] ?? 0) > offset) this.line -= 1
    while ((this.lineStarts[this.line + 1] ?? Number.POSITIVE_INFINITY) <= offset) this.line += 1
    return { file: this.file, line: this.line + 1, column: offset - (this.lineStarts[this.line] ?? 0) + 1 }
  }

  private take(): Event {
    const event = this.events[this.next]
    if (event === undefined) throw new RangeError('the event stream ended within a node')
    this.next += 1
    return event
  }

  private peekType(): Event['type'] | undefined {
    return this.events[this.next]?.type
  }
}

function startsOfLines(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
