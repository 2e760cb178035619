import { defineConfig } from 'vitest/config'
import { rulesModule } from './scripts/rules-module.mjs'
import { parseYaml } from './src/source/yaml.ts'
import ClosingLine from './tests/support/closing-line.ts'

const ID = 'taizhang:rules'

/** Tests that run the built program as a user would; it is built once, before the first of them. */
const OF_THE_PROGRAM = 'tests/{cli,docs,package}/**/*.test.ts'

export default defineConfig({
  plugins: [
    {
      name: ID,
      resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
      load: (id) => (id === `\0${ID}` ? rulesModule(parseYaml) : undefined),
    },
  ],
  test: {
    reporters: ['default', new ClosingLine()],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'core', include: ['tests/**/*.test.ts'], exclude: [OF_THE_PROGRAM] } },
      {
        extends: true,
        test: { name: 'program', include: [OF_THE_PROGRAM], globalSetup: './tests/support/build-program.ts' },
      },
    ],
  },
})
