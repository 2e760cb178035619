// Bundles a script of this folder and runs it with the arguments that follow its name.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [, , script, ...rest] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'taizhang-bench-'))
try {
  const outfile = join(folder, `${script}.mjs`)
  await build({
    entryPoints: [fileURLToPath(new URL(`${script}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  })
  process.argv.splice(2, 1)
  await import(pathToFileURL(outfile).href)
} finally {
  rmSync(folder, { recursive: true })
}
