import type { Command } from 'commander'
import type { Terminal } from '../../node/terminal.ts'
import { jsonText } from '../../report/json-text.ts'
import { placeLabel } from '../../report/place-label.ts'
import type { EffectiveRule } from '../../rulebook/effective.ts'
import type { Does } from '../command.ts'
import { EXIT, UsageError } from '../exit.ts'
import { type RuleOptions, withRuleOptions } from '../judging-options.ts'
import { oneOf } from '../option-values.ts'
import { paletteOf } from '../palette.ts'
import { ruleData, ruleLines, ruleTable } from '../rule-list.ts'
import { projectOf, setupOf } from '../setup.ts'

interface ListOptions extends RuleOptions {
  readonly format: 'text' | 'json' | 'markdown'
}

/** `taizhang rules`: every rule in force with where it comes from; `rules test` runs the examples that rulebooks carry. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withRuleOptions(command)
    .enablePositionalOptions()
    .usage('[选项] [前缀...]')
    .argument('[前缀...]', '只列编号以此开头的规则，如 frequency/')
    .option(
      '--format <格式>',
      '输出格式：text、json、markdown',
      oneOf('--format', ['text', 'json', 'markdown']),
      'text',
    )
    .action(
      does(async (prefixes: readonly string[], options: ListOptions) => {
        const rules = matching((await setupOf(options, projectOf(options))).ruleSet.rules, prefixes)
        terminal.write(await written(rules, options, terminal))
        return EXIT.clean
      }),
    )
  withRuleOptions(command.command('test'))
    .description('试跑规则集自带的示例：符合的应判为符合，有问题的应判出问题')
    .action(does((options: RuleOptions) => testExamples(options, terminal)))
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

async function testExamples(options: RuleOptions, terminal: Terminal) {
  const { runExamples } = await import('../../examples.ts')
  const setup = await setupOf(options, projectOf(options))
  const runs = runExamples(setup)
  const faults = runs.flatMap(({ rule, kind, at, fault }) =>
    fault === undefined ? [] : `${placeLabel(at)} ${rule}（${kind}）：${fault}\n`,
  )
  const without = setup.ruleSet.rules.filter(({ examples }) => examples === undefined).map(({ id }) => id)
  const rest = without.length === 0 ? '' : `；没有示例的规则 ${without.length} 条：${without.join('、')}`
  const passed = runs.length - faults.length
  terminal.write(`${faults.join('')}示例 ${runs.length} 个，相符 ${passed} 个，不符 ${faults.length} 个${rest}\n`)
  return faults.length === 0 ? EXIT.clean : EXIT.findings
}
