import { findReuse } from '../../src/text/reuse/index.ts'
import { type CorpusOptions, generate, KINDS, USUAL } from './corpus.ts'
import { score } from './score.ts'

const [lectures = '1000', seed = '1', changes = '{}', show] = process.argv.slice(2)
const options: CorpusOptions = { ...USUAL, lectures: Number(lectures), seed: Number(seed), ...JSON.parse(changes) }
const generated = generate(options)
const begun = performance.now()
const result = findReuse(generated.texts.map(({ document }) => document), { minPassage: 40, setPhrases: [] })
const took = performance.now() - begun
const found = score(generated, result)
const { byKind, ...rest } = found
console.log(JSON.stringify({ lectures, ms: Math.round(took), ...rest }, (_, v) => (typeof v === 'number' ? Math.round(v * 1e4) / 1e4 : v)))
console.log(KINDS.map((kind) => `${kind} ${(byKind[kind] ?? 0).toFixed(3)}`).join('  '))
if (show) {
  const byId = new Map(generated.texts.map((t) => [t.document.id, t]))
  let shown = 0
  for (const l of result.lectures) for (const m of l.matches) for (const p of m.passages) {
    const t = byId.get(l.id)!
    const own = [...t.origins.subarray(p.here.start, p.here.end)].every((o) => o >= t.firstNumber)
    if (own && shown++ < 12) {
      console.log(l.id, m.source, p.edits, t.wording.subarray(p.here.start, p.here.end).join(''))
      console.log('  H', t.document.text.slice(p.here.start, p.here.end).replace(/\n/g, '/'))
      console.log('  T', byId.get(m.source)!.document.text.slice(p.there.start, p.there.end).replace(/\n/g, '/'))
    }
  }
}
