import type { CompareTexts } from './comparison.ts'
import { Settled } from './settled.ts'
import { roomInMemory, shelve } from './shelving.ts'
import { tracer } from './tracing.ts'

/**
 * Finds what lectures have from earlier lectures and from the corpus.
 *
 * A run of `minPassage` folded characters that stands unchanged in an earlier text is reported, against that text or
 * another holder of it, if all of them say something of their own. Those do not that are
 * - quoted, in an article of a regulation or a title (`citations.ts`), or a listed set phrase (`set-phrases.ts`);
 * - in wording that more than a fiftieth of all texts share (4 at the least, 20 at the most), unless it is or belongs to
 *   a stretch as long as no phrase is (`templates.ts`); wording of 4 texts and more counts half where the limit is higher;
 * - only in texts given together with this one (`roll.ts`).
 *
 * What such characters leave wanting, the order of phrases in wide use can make up for (`evidence.ts`).
 */
export const compareTexts: CompareTexts = (texts, options) => {
  const traceable = shelve(texts, roomInMemory())
  const passages = tracer(traceable, options)(0, traceable.roll.given.length)
  return new Settled(traceable, new Map(passages), texts)
}
