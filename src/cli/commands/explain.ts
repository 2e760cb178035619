import type { Command } from 'commander'
import { checks } from '../../checks/index.ts'
import type { Terminal } from '../../node/terminal.ts'
import type { EffectiveRule } from '../../rulebook/effective.ts'
import type { Does } from '../command.ts'
import { EXIT, UsageError } from '../exit.ts'
import { type RuleOptions, withRuleOptions } from '../judging-options.ts'
import { paletteOf } from '../palette.ts'
import { rulePage } from '../rule-page.ts'
import { projectOf, setupOf } from '../setup.ts'

/** `taizhang explain`: what a rule demands, on what basis, how it is judged and how to mend a finding. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withRuleOptions(command)
    .argument('<规则>', '规则编号，如 frequency/member-assembly；可用 taizhang rules 查看')
    .action(
      does(async (id: string, options: RuleOptions) => {
        const { ruleSet } = await setupOf(options, projectOf(options))
        const rule = ruleOf(id, ruleSet.rules)
        const summary = checks.find(({ name }) => name === rule.check)?.summary ?? ''
        const palette = await paletteOf(terminal.colourLevel(options.color))
        await terminal.write(rulePage(rule, summary, { palette, width: terminal.width }))
        return EXIT.clean
      }),
    )
}

function ruleOf(id: string, rules: readonly EffectiveRule[]): EffectiveRule {
  const rule = rules.find((one) => one.id === id)
  if (rule !== undefined) return rule
  const similar = rules.map((one) => one.id).filter((one) => one.includes(id) || one.endsWith(`/${nameOf(id)}`))
  const guess = similar.length === 0 ? '' : `，是不是 ${similar.join('、')}？`
  throw new UsageError(`没有编号为“${id}”的规则${guess === '' ? '，' : guess}可用 taizhang rules 查看全部规则`)
}

/** What stands behind the category. */
function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}
