// Bundles a script of this folder, with the thread that it may start, and runs it with the arguments that follow its name.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const script = process.argv[2]
const folder = mkdtempSync(join(tmpdir(), 'taizhang-bench-'))
try {
  await build({
    entryPoints: [`${script}.ts`, '../../src/node/reuse-worker.ts'].map((path) =>
      fileURLToPath(new URL(path, import.meta.url)),
    ),
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  })
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  process.argv.splice(2, 1)
  await import(pathToFileURL(join(folder, `${script}.js`)).href)
} finally {
  rmSync(folder, { recursive: true })
}
