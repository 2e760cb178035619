// Bundles the program into dist/, split so that each command loads what it needs and no more.
import { rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ruleFiles, rulesModule } from './rules-module.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
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

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true })

const parser = 'dist/build/yaml.mjs'
await build({ ...shared, entryPoints: ['src/source/yaml.ts'], outfile: parser })
const { parseYaml } = await import(pathToFileURL(`${root}/${parser}`).href)
rmSync(new URL('../dist/build', import.meta.url), { recursive: true })

await build({
  ...shared,
  entryPoints: { main: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  plugins: [
    {
      name: 'taizhang:rules',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^taizhang:rules$/ }, ({ path }) => ({ path, namespace: 'rules' }))
        onLoad({ filter: /.*/, namespace: 'rules' }, () => ({
          contents: rulesModule(parseYaml),
          loader: 'js',
          watchFiles: ruleFiles(),
        }))
      },
    },
  ],
})
