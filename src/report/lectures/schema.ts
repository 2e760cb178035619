import * as z from 'zod'
import { Place } from '../../source/place.ts'
import { Problem } from '../../source/problem.ts'

/** UTF-16 units of the text as written; `end` exclusive. */
const Offsets = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })

const InFile = Place.omit({ column: true })

/** A lecture: the branch by its id, and where the script begins. */
const Lecture = InFile.extend({ branch: z.string(), record: z.string() })

/** A text of the corpus, by its path below `--corpus`. */
const Corpus = z.strictObject({ corpus: z.string() })

const Source = z.union([Lecture, Corpus])

/** Where one side of a passage begins: whose it is, and the line. */
const Side = z.union([
  InFile.extend({ branch: z.string(), title: z.string().nullable() }),
  Corpus.extend({ line: z.int().positive() }),
])

const Passage = z.strictObject({
  text: z.string(),
  here: Offsets,
  there: Offsets,
  /** What stands in the source: not the same text where words were changed. */
  thereText: z.string(),
  hereAt: Side,
  thereAt: Side,
})

const Match = z.strictObject({ with: Source, share: z.number(), passages: z.array(Passage) })

/** The document of `taizhang lectures --format json`. */
export const LecturesDocument = z.strictObject({
  schemaVersion: z.literal(1),
  lectures: z.array(
    Lecture.extend({
      date: z.string().nullable(),
      title: z.string().nullable(),
      /** Characters without punctuation, spaces and digits. */
      length: z.int(),
      originality: z.number(),
      matches: z.array(Match),
      cluster: z.string().nullable(),
    }),
  ),
  clusters: z.array(
    z.strictObject({
      id: z.string(),
      source: Source,
      /** The others of the same date, where `source` is not the only earliest text. */
      sameDate: z.array(Source).optional(),
      members: z.array(Lecture),
    }),
  ),
  /** Lectures that could not be compared. */
  leftOut: z.array(Lecture.extend({ reason: z.string() })),
  /** What reading the files lost. */
  intake: z.array(Problem),
})
export type LecturesDocument = z.infer<typeof LecturesDocument>
