import { findReuse } from '../../src/text/reuse/index.ts'
import { passagesOf } from '../../src/text/reuse/passages.ts'
import { Tracer } from '../../src/text/reuse/fragments.ts'
import { inOrderOfDate, link, settle } from '../../src/text/reuse/reuse.ts'
import { setPhrases } from '../../src/text/reuse/set-phrases.ts'
import { shelve } from '../../src/text/reuse/shelf.ts'
import { readFileSync } from 'node:fs'
const documents = JSON.parse(readFileSync(process.argv[2]!, 'utf8'))
for (let round = 0; round < Number(process.argv[3] ?? 1); round++) {
const t0 = performance.now()
const ordered = inOrderOfDate(documents)
const shelf = shelve(ordered)
const t1 = performance.now()
const traceable = link(shelf, ordered)
const t2 = performance.now()
const phrases = setPhrases([])
const tracer = new Tracer(traceable, phrases)
const fragments = ordered.map(({ role }: any, text: number) => (role === 'lecture' ? tracer.fragmentsOf(text) : []))
const t3 = performance.now()
const passages = fragments.map((f) => passagesOf(f, 40))
const t4 = performance.now()
const result = settle(documents, ordered, shelf, phrases, passages)
const t5 = performance.now()
let sum = 0
const u = shelf.units
let h = 0
const tf = performance.now()
for (let i = 0; i < u.length; i++) { h = (Math.imul(h, 31) + (u[i] as number)) | 0; sum ^= h }
const floor = performance.now() - tf
console.log(JSON.stringify({ chars: u.length, fps: shelf.fingerprints.hashes.length, shelve: t1 - t0, link: t2 - t1, trace: t3 - t2, join: t4 - t3, settle: t5 - t4, total: t5 - t0, floor, ratio: (t5 - t0) / floor, frags: fragments.reduce((s, f) => s + f.length, 0), passages: passages.reduce((s, f) => s + f.length, 0), ...(globalThis as any).stats, rss: process.memoryUsage().rss / 1e6 }, (_, v) => typeof v === 'number' ? Math.round(v * 10) / 10 : v), sum === 42 ? '' : '')
}
