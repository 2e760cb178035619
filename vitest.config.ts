import { defineConfig } from 'vitest/config'
import { rulesModule } from './scripts/rules-module.mjs'
import { parseYaml } from './src/source/yaml.ts'

const ID = 'taizhang:rules'

export default defineConfig({
  plugins: [
    {
      name: ID,
      resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
      load: (id) => (id === `\0${ID}` ? rulesModule(parseYaml) : undefined),
    },
  ],
  test: {
    reporters: ['default', './tests/support/closing-line.ts'],
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
