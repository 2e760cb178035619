// Writes src/text/reuse/simplified.ts: the traditional characters of opencc-js with their simplified forms.
import { writeFileSync } from 'node:fs'
import { Converter } from 'opencc-js/t2cn'

const LAST_UNIT = 0xffff
const PAIRS_A_LINE = 50

const convert = Converter({ from: 't', to: 'cn' })
const pairs = []
for (let unit = 0; unit <= LAST_UNIT; unit++) {
  const character = String.fromCharCode(unit)
  if (!/\p{Script=Han}/u.test(character)) continue
  const simplified = convert(character)
  if (simplified !== character && simplified.length === 1) pairs.push(character + simplified)
}

const lines = []
for (let at = 0; at < pairs.length; at += PAIRS_A_LINE)
  lines.push(`  '${pairs.slice(at, at + PAIRS_A_LINE).join('')}',`)

writeFileSync(
  new URL('../src/text/reuse/simplified.ts', import.meta.url),
  `// Generated from opencc-js by scripts/simplified-table.mjs; a test fails where the two differ. Do not edit.

/** Each traditional character followed by its simplified form; only what is one UTF-16 unit on both sides. */
export const SIMPLIFIED_PAIRS = [
${lines.join('\n')}
].join('')
`,
)
