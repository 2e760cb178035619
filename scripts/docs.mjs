// Writes docs/rules.md, the table of all built-in rules, from the built program: `npm run docs`.
import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const HEAD = `<!-- 由 npm run docs 从规则集生成，请不要手改。 -->

# 全部规则

\`base\` 里的规则不用配置就适用；\`scenes/…\` 里的在 \`taizhang.yaml\` 的 \`extends\` 写了才适用，并且只对该领域的支部。一条规则怎样判断、哪些情况不算、怎样整改，用 \`taizhang explain 规则编号\` 看。

按研究材料里的四十七项基层做法查，见[做法与规则对照](mechanisms.md)。
`

/** What docs/rules.md should say. Lines are left out: they change with every word above them. */
export function rulesPage() {
  const scenes = readdirSync(join(root, 'rules/scenes'))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => `scenes/${file.replace('.yaml', '')}`)
  const rulebooks = ['base', ...scenes].flatMap((name) => ['--rules', name])
  const program = join(root, 'bin/taizhang.js')
  const table = execFileSync(process.execPath, [program, 'rules', '--format', 'markdown', ...rulebooks], {
    cwd: join(root, 'docs'),
    encoding: 'utf8',
  })
  return `${HEAD}\n${table.replace(/(?<=\| )(rules\/[\w/-]+\.yaml):\d+/gu, '[$1](../$1)')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(root, 'docs/rules.md'), rulesPage())
