import { execFileSync } from 'node:child_process'
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { compareTextsAtLarge } from '../../src/node/reuse-workers.ts'
import { type CompareTexts, compareTexts, findReuse, type ReuseDocument } from '../../src/text/reuse/index.ts'
import { generate, USUAL } from './corpus.ts'

const SIZES = [1000, 10_000, 50_000]
/** jscpd takes each character for a token, one a line; larger sizes take it minutes. */
const MOST_FOR_PEER = 10_000
const OPTIONS = { minPassage: 40, setPhrases: [] }
const WINDOW = 8
const BASE = 31

const WAYS: Readonly<Record<string, CompareTexts>> = { 'one thread': compareTexts, threads: compareTextsAtLarge }

/** The texts are made, and each way measured, in a process of its own: memory and warm code of one do not count for another. */
const [size, ways, file] = process.argv.slice(2)
if (ways === undefined || file === undefined) await table(size === undefined ? SIZES : [Number(size)])
else if (ways === 'texts') writeTexts(Number(size), file)
else await measure(Number(size), ways, file)

async function table(sizes: readonly number[]): Promise<void> {
  console.log('lectures  characters     floor       time  times the floor    memory')
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-texts-'))
  try {
    for (const lectures of sizes) {
      const texts = join(folder, `${lectures}.jsonl`)
      run(lectures, 'texts', texts)
      for (const way of Object.keys(WAYS)) run(lectures, way, texts)
      if (lectures <= MOST_FOR_PEER) console.log(`          ${peer(await readTexts(texts))}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(lectures: number, way: string, file: string): void {
  const script = process.argv[1] as string
  const said = execFileSync(
    process.execPath,
    ['--max-old-space-size=8192', script, 'timing', String(lectures), way, file],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  process.stdout.write(said)
}

function writeTexts(lectures: number, file: string): void {
  const output = openSync(file, 'w')
  for (const { document } of generate({ ...USUAL, lectures, seed: 1 }).texts) {
    writeSync(output, `${JSON.stringify(document)}\n`)
  }
  closeSync(output)
}

async function readTexts(file: string): Promise<ReuseDocument[]> {
  const documents: ReuseDocument[] = []
  for await (const line of createInterface({ input: createReadStream(file) })) documents.push(JSON.parse(line))
  return documents
}

async function measure(lectures: number, way: string, file: string): Promise<void> {
  const documents = await readTexts(file)
  const begun = performance.now()
  const { clusters } = findReuse(documents, OPTIONS, WAYS[way])
  const took = performance.now() - begun
  const peak = process.resourceUsage().maxRSS / 1024
  const { milliseconds: floor, characters } = floorOf(documents)
  const figures = [
    String(lectures).padStart(8),
    String(characters).padStart(11),
    `${floor.toFixed(0)} ms`.padStart(9),
    `${took.toFixed(0)} ms`.padStart(10),
    (took / floor).toFixed(0).padStart(16),
    `${peak.toFixed(0)} MB`.padStart(9),
  ]
  console.log(`${figures.join(' ')}  ${way}, ${clusters.length} clusters`)
}

/** The least that anything can take that looks at each character: one pass of a rolling hash, the best of five. */
function floorOf(documents: readonly ReuseDocument[]): { milliseconds: number; characters: number } {
  const text = documents.map((document) => document.text).join('')
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  let out = 1
  for (let at = 0; at < WINDOW; at++) out = Math.imul(out, BASE)
  let least = Number.POSITIVE_INFINITY
  let kept = 0
  for (let round = 0; round < 5; round++) {
    const begun = performance.now()
    let hash = 0
    for (let at = WINDOW; at < units.length; at++) {
      hash = (Math.imul(hash, BASE) + (units[at] as number) - Math.imul(units[at - WINDOW] as number, out)) | 0
      if ((hash & 0xffff) === 0) kept += 1
    }
    least = Math.min(least, performance.now() - begun)
  }
  if (kept < 0) throw new Error('unreachable: keeps the loop from being left out')
  return { milliseconds: least, characters: units.length }
}

/** jscpd, where it is installed: a detector of copied code that is often put to texts. */
function peer(documents: readonly ReuseDocument[]): string {
  const program = join(process.cwd(), 'node_modules', '.bin', 'jscpd')
  if (!existsSync(program)) return 'jscpd is not installed: npm install --no-save jscpd@5.3.2 adds it to this table'
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-jscpd-'))
  try {
    mkdirSync(join(folder, 'texts'))
    for (const { id, text } of documents) writeFileSync(join(folder, 'texts', `${id}.txt`), [...text].join('\n'))
    const begun = performance.now()
    execFileSync(
      program,
      [
        join(folder, 'texts'),
        '--min-tokens',
        '40',
        '--min-lines',
        '1',
        '--max-lines',
        '100000',
        '--max-size',
        '10mb',
        '--reporters',
        'json',
        '--output',
        join(folder, 'report'),
        '--silent',
      ],
      { stdio: 'ignore' },
    )
    const took = performance.now() - begun
    return `jscpd on the same texts, each character a token: ${took.toFixed(0)} ms; it finds exact runs only`
  } catch (error) {
    return `jscpd failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}
