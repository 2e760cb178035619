// Writes the declarations of the library for whoever imports it: `node scripts/types.mjs [FOLDER]`, dist/types by default.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = resolve(process.argv[2] ?? join(root, 'dist/types'))
const settings = mkdtempSync(join(root, 'dist-types-'))

try {
  const project = join(settings, 'tsconfig.json')
  const compilerOptions = {
    noEmit: false,
    // `npm run typecheck` checks; this only writes.
    noCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(root, 'src'),
    outDir: folder,
  }
  const files = ['index.ts', 'rules.d.ts'].map((file) => join(root, 'src', file))
  writeFileSync(project, JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include: [], files }))
  rmSync(folder, { recursive: true, force: true })
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { stdio: 'inherit' })
  for (const path of readdirSync(folder, { recursive: true })) {
    if (path.endsWith('.d.ts')) pointAtEmitted(join(folder, path))
  }
} finally {
  rmSync(settings, { recursive: true, force: true })
}

/** A declaration names the sources it was made of, which are not shipped: `./x.ts` becomes `./x.js`. */
function pointAtEmitted(file) {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/((?:from|import)[ (]?)'(\.[^']*)\.ts'/g, "$1'$2.js'"))
}
