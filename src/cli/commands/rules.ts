import type { Command } from 'commander'
import type { ExampleRun } from '../../examples.ts'
import type { Terminal } from '../../node/terminal.ts'
import { cleanText } from '../../report/clean-text.ts'
import { OUTCOME_WORDS } from '../../report/display-words.ts'
import { jsonText } from '../../report/json-text.ts'
import { placeLabel } from '../../report/place-label.ts'
import type { EffectiveRule } from '../../rulebook/effective.ts'
import { branchRuleData, branchRuleLines, rulesForBranch } from '../branch-rules.ts'
import type { Does } from '../command.ts'
import { EXIT, type ExitCode, UsageError } from '../exit.ts'
import { readInput } from '../input.ts'
import { type RuleOptions, withRuleOptions } from '../judging-options.ts'
import { oneOf } from '../option-values.ts'
import { paletteOf } from '../palette.ts'
import { ruleData, ruleLines, ruleTable } from '../rule-list.ts'
import { projectOf, setupOf } from '../setup.ts'

interface ListOptions extends RuleOptions {
  readonly for?: string
  readonly format: 'text' | 'json' | 'markdown'
}

/** `taizhang rules`: every rule in force with where it comes from; `rules test` runs the examples that rulebooks carry. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withRuleOptions(command)
    .enablePositionalOptions()
    .usage('[选项] [前缀...]')
    .argument('[前缀...]', '只列编号以此开头的规则，如 frequency/')
    .option('--for <支部>', '只看这个支部（名称或编号）适用的规则，各项从哪里来；\n此时后面写的是台账路径')
    .option(
      '--format <格式>',
      '输出格式：text、json、markdown',
      oneOf('--format', ['text', 'json', 'markdown']),
      'text',
    )
    .action(
      does(async (prefixes: readonly string[], options: ListOptions) => {
        if (options.for !== undefined) return listForBranch(options.for, prefixes, options, terminal)
        const rules = matching((await setupOf(options, projectOf(options))).ruleSet.rules, prefixes)
        await terminal.write(await written(rules, options, terminal))
        return EXIT.clean
      }),
    )
  withRuleOptions(command.command('test'))
    .description('试跑规则集自带的示例：符合的应判为符合，有问题的应判出问题')
    .usage('[选项] [前缀...]')
    .argument('[前缀...]', '只试编号以此开头的规则，逐个列出判成了什么')
    .action(does((prefixes: readonly string[], options: RuleOptions) => testExamples(prefixes, options, terminal)))
}

async function listForBranch(
  branch: string,
  paths: readonly string[],
  options: ListOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.format === 'markdown') throw new UsageError('--for 只能用 --format text 或 json')
  const rules = rulesForBranch(branch, await readInput(paths, options, terminal), projectOf(options).config)
  const palette = await paletteOf(terminal.colourLevel(options.color))
  await terminal.write(
    options.format === 'json' ? jsonText(branchRuleData(rules)) : branchRuleLines(rules, palette, terminal.width),
  )
  return EXIT.clean
}

async function written(rules: readonly EffectiveRule[], options: ListOptions, terminal: Terminal): Promise<string> {
  switch (options.format) {
    case 'json':
      return jsonText(ruleData(rules))
    case 'markdown':
      return ruleTable(rules)
    case 'text':
      return ruleLines(rules, await paletteOf(terminal.colourLevel(options.color)), terminal.width)
  }
}

function matching(rules: readonly EffectiveRule[], prefixes: readonly string[]): readonly EffectiveRule[] {
  if (prefixes.length === 0) return rules
  const found = rules.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)))
  if (found.length === 0) throw new UsageError(`没有编号以“${prefixes.join('”或“')}”开头的规则`)
  return found
}

async function testExamples(prefixes: readonly string[], options: RuleOptions, terminal: Terminal) {
  const { runExamples } = await import('../../examples.ts')
  const setup = await setupOf(options, projectOf(options))
  const rules = matching(setup.ruleSet.rules, prefixes)
  const runs = runExamples(setup, rules)
  const faults = runs.filter(({ fault }) => fault !== undefined)
  const told = prefixes.length > 0 ? runs : faults
  const without = rules.filter(({ examples }) => examples === undefined).map(({ id }) => id)
  const rest = without.length === 0 ? '' : `；没有示例的规则 ${without.length} 条：${without.join('、')}`
  const passed = runs.length - faults.length
  await terminal.write(
    `${told.map(runLine).join('')}示例 ${runs.length} 个，相符 ${passed} 个，不符 ${faults.length} 个${rest}\n`,
  )
  return faults.length === 0 ? EXIT.clean : EXIT.findings
}

const SHOWS: Readonly<Record<ExampleRun['kind'], string>> = {
  pass: '应符合的示例',
  fail: '应有问题的示例',
  guard: '不算问题的示例',
}

/** What an example came to, with what was found: that is what the author of a rule wants to read. */
function runLine({ rule, kind, guard, at, outcome, findings, fault }: ExampleRun): string {
  const judged = outcome === undefined ? '没有台账' : OUTCOME_WORDS[outcome]
  const shows = guard === undefined ? SHOWS[kind] : `${SHOWS[kind]}（${guard}）`
  const found = findings.map(({ message }) => `　${message}\n`).join('')
  const head = fault === undefined ? `✓ ${rule} ${shows}：${judged}` : `✗ ${placeLabel(at)} ${rule} ${shows}：${fault}`
  return cleanLines(`${head}\n${found}`)
}

function cleanLines(text: string): string {
  return text.split('\n').map(cleanText).join('\n')
}
