// Prints how well the content classifier does on the labelled items: `node scripts/classify-eval.mjs [PART]`.
// With a part named, each item that it gets wrong is shown with the words that decided.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'taizhang-classify-'))
const outfile = join(folder, 'parts.mjs')
await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { parseYaml } from './src/source/yaml.ts'
      export { toPlain } from './src/source/plain.ts'
      export { readLexicon } from './src/text/lexicon.ts'
      export { contentClassifier } from './src/text/classifier.ts'
      export { labelledItems, measure } from './tests/support/labelled-items.ts'`,
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
})
const { parseYaml, toPlain, readLexicon, contentClassifier, labelledItems, measure } = await import(
  pathToFileURL(outfile).href
)
rmSync(folder, { recursive: true })

const read = (path) => toPlain(parseYaml(readFileSync(join(root, path), 'utf8'), path)[0])
const classify = contentClassifier(readLexicon(read('rules/lexicon/content.yaml')))
const parts = labelledItems(read('tests/text/labelled-items.yaml'))
const shown = process.argv[2]

for (const [part, items] of Object.entries(parts)) {
  const { classes, macroF1, seconds, wrong } = measure(items, classify)
  console.log(`\n${part}：${items.length}条，宏平均F1 ${macroF1.toFixed(3)}，混合议题两类都对的 ${seconds}`)
  for (const { name, precision, recall, f1, items: count } of classes) {
    console.log(
      `  ${name}\t${count}条\t准确率 ${precision.toFixed(3)}\t召回率 ${recall.toFixed(3)}\tF1 ${f1.toFixed(3)}`,
    )
  }
  for (const [confusion, count] of tally(wrong.map(({ item, got }) => `${item.class}→${got.class}`))) {
    console.log(`  ${confusion}\t${count}`)
  }
  if (part !== shown) continue
  for (const { item, got } of wrong) {
    const second = got.second === undefined ? '' : `+${got.second}`
    console.log(`    [${item.class}→${got.class}${second}] ${item.text} 〔${got.words.join('／')}〕`)
  }
}

function tally(keys) {
  const counts = new Map()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
