import type { CommanderError } from 'commander'
import type { Terminal } from '../node/terminal.ts'
import { EXIT, type ExitCode } from './exit.ts'

/** What commander says, by its code, in Chinese. The first quoted part of its message is what the mistake is about. */
const MISTAKES: Readonly<Record<string, (about: string) => string>> = {
  'commander.unknownOption': (option) => `没有选项 ${option}`,
  'commander.unknownCommand': (command) => `没有命令 ${command}`,
  'commander.optionMissingArgument': (option) => `选项 ${option} 后面缺少值`,
  'commander.missingArgument': (name) => `缺少参数 <${name}>`,
  'commander.excessArguments': () => '参数太多',
  'commander.conflictingOption': (option) => `选项 ${option} 与另一选项不能同时使用`,
}

/** Tells a mistake in the command line; help and version were only asked for and are none. */
export function usageMistake({ code, message, exitCode }: CommanderError, terminal: Terminal): ExitCode {
  const wording = MISTAKES[code]
  if (wording === undefined) return exitCode === 0 ? EXIT.clean : EXIT.undone
  const about = /'([^']*)'/u.exec(message)?.[1] ?? ''
  const similar = /\(Did you mean (?:one of )?(.*)\?\)/u.exec(message)?.[1]
  const guess = similar === undefined ? '' : `，是不是 ${similar.replaceAll(', ', '、')}？`
  terminal.say(`错误：${wording(about)}${guess}`)
  terminal.say('可用 taizhang --help 或 taizhang <命令> --help 查看用法。')
  return EXIT.undone
}
