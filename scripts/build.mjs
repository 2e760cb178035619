// Bundles the program into dist/, split so that each command loads what it needs and no more. dist/ needs no node_modules.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ruleFiles, rulesModule } from './rules-module.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
// Built aside and then put in place, so that a program that runs meanwhile finds its parts.
const draft = mkdtempSync(join(root, 'dist-'))
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  // Bundled CommonJS packages call require(), which an ES module does not have.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
}

try {
  const parser = join(draft, 'yaml.mjs')
  await build({ ...shared, entryPoints: ['src/source/yaml.ts'], outfile: parser })
  const { parseYaml } = await import(pathToFileURL(parser).href)
  const program = join(draft, 'program')
  await build({ ...shared, ...programOptions(program, parseYaml) })
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  renameSync(program, join(root, 'dist'))
} finally {
  rmSync(draft, { recursive: true, force: true })
}

function programOptions(outdir, parseYaml) {
  return {
    // The worker stands beside the chunk that starts it.
    entryPoints: { main: 'src/cli/main.ts', index: 'src/index.ts', 'chunks/judge-worker': 'src/node/judge-worker.ts' },
    define: { __BUILD__: JSON.stringify(buildId()) },
    outdir,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'linked',
    plugins: [rulesPlugin(parseYaml)],
  }
}

/** Another one for every change of what the program is made of. */
function buildId() {
  const hash = createHash('sha256')
  for (const folder of ['src', 'rules']) {
    for (const path of readdirSync(join(root, folder), { recursive: true }).sort()) {
      const file = join(root, folder, path)
      if (statSync(file).isFile()) hash.update(path).update(readFileSync(file))
    }
  }
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16)
}

function rulesPlugin(parseYaml) {
  return {
    name: 'taizhang:rules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^taizhang:rules$/ }, ({ path }) => ({ path, namespace: 'rules' }))
      onLoad({ filter: /.*/, namespace: 'rules' }, () => ({
        contents: rulesModule(parseYaml),
        loader: 'js',
        watchFiles: ruleFiles(),
      }))
    },
  }
}
