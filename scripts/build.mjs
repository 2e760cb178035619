// Bundles the program and the library into dist/, split so that each command loads what it needs and no more.
// dist/ needs no node_modules.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { licencesOf } from './licences.mjs'
import { ruleFiles, rulesModule } from './rules-module.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
// Built aside and then put in place, so that a program that runs meanwhile finds its parts.
const draft = mkdtempSync(join(root, 'dist-'))
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  logLevel: 'warning',
}
const forNode = {
  ...shared,
  platform: 'node',
  target: 'node20',
  // Bundled CommonJS packages call require(), which an ES module does not have.
  banner: { js: 'const require = (name) => globalThis.process.getBuiltinModule(name);' },
}
const forBrowser = {
  ...shared,
  platform: 'browser',
  target: 'es2023',
  alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
}

/** What is no ES module has a name of its own for where it stands. */
const URL_OF_SCRIPT = { 'import.meta.url': '__url' }
/** The whole program as one script, a function of what it needs, so that V8 can keep its code (`src/node/kept-code.ts`). */
const WHOLE = {
  entryPoints: { 'chunks/whole': 'src/cli/whole.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  splitting: false,
  banner: { js: '(function (module, require, __import, __url) {' },
  footer: { js: '})' },
}
/** What starts the program: CommonJS, for Node takes longer to bring up its loader of ES modules than to load this. */
const STARTER = {
  entryPoints: { 'chunks/main': 'src/cli/main.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  splitting: false,
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href" },
}
/** What starts the threads beside it. */
const THREADS = {
  entryPoints: {
    'chunks/judge-worker': 'src/cli/thread.ts',
    'chunks/reuse-worker': 'src/node/reuse-worker.ts',
  },
  chunkNames: 'chunks/[name]-[hash]',
}
/** Large packages that few runs need, each a file of its own beside the whole. */
const PARTS = { mammoth: 'mammoth', unpdf: 'unpdf', 'hucre/xlsx': 'xlsx' }
const LIBRARY = {
  entryPoints: { index: 'src/index.ts' },
  chunkNames: 'library/[name]-[hash]',
}

/**
 * Leaves out what zod says in 50 other languages, which nobody gets to read, and the code that it makes for each schema
 * to parse faster: a run parses with most schemas once.
 */
const leanZod = {
  name: 'taizhang:lean-zod',
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
      loader: 'js',
    }))
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/]schemas\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      const contents = source.replace('const jit = !core.globalConfig.jitless', 'const jit = false')
      if (contents === source) throw new Error('zod makes its code elsewhere now')
      return { contents, loader: 'js' }
    })
  },
}

const byNeed = {
  name: 'taizhang:by-need',
  setup({ onResolve }) {
    onResolve({ filter: /^[a-z]/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && path in PARTS ? { path: `./${PARTS[path]}.js`, external: true } : undefined,
    )
  },
}

try {
  const parser = join(draft, 'yaml.mjs')
  await build({ ...forNode, entryPoints: ['src/source/yaml.ts'], outfile: parser })
  const { parseYaml } = await import(pathToFileURL(parser).href)
  const built = join(draft, 'dist')
  const common = commonOptions(built, parseYaml)
  const whole = await build(wholeOptions({ ...forNode, ...common }))
  const define = { __WHOLE__: JSON.stringify(finished(join(built, 'chunks/whole.cjs'))) }
  const starter = { ...forNode, ...common, ...STARTER, define: { ...define, ...URL_OF_SCRIPT } }
  const bundles = [
    whole,
    await build(starter),
    await build({ ...forNode, ...common, ...THREADS, define }),
    await build({ ...forNode, ...common, entryPoints: partFiles(), chunkNames: 'chunks/[name]-[hash]' }),
    await build({ ...forBrowser, ...common, ...LIBRARY }),
  ]
  const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))
  writeFileSync(join(built, 'LICENSES.txt'), licencesOf(inputs, root))
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  renameSync(built, join(root, 'dist'))
} finally {
  rmSync(draft, { recursive: true, force: true })
}

function commonOptions(outdir, parseYaml) {
  return {
    define: { __BUILD__: JSON.stringify(buildId()) },
    outdir,
    splitting: true,
    legalComments: 'linked',
    // Half the text to read at the start; names stay, so that a breakdown can be told from its stack.
    minifyWhitespace: true,
    minifySyntax: true,
    metafile: true,
    plugins: [leanZod, rulesPlugin(parseYaml)],
  }
}

function wholeOptions(common) {
  return {
    ...common,
    ...WHOLE,
    define: { ...common.define, ...URL_OF_SCRIPT },
    plugins: [...common.plugins, byNeed],
  }
}

/**
 * Finishes the script and gives the hash of it. It imports by a function that it is given, for its own `import()` is an
 * experiment of Node's. It is plain ASCII, which V8 holds and reads in half the room: what esbuild leaves of other
 * characters stands in regular expressions.
 */
function finished(file) {
  const text = readFileSync(file, 'utf8')
    .replaceAll(/\bimport\(/g, '__import(')
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  writeFileSync(file, text)
  return hashOf(text)
}

function partFiles() {
  return Object.fromEntries(Object.entries(PARTS).map(([name, file]) => [`chunks/${file}`, name]))
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
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
