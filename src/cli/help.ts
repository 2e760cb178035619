import { type Command, Help, type Option } from 'commander'

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** Commander's own words in Chinese, set by the width of Chinese characters; mistakes are thrown, not printed. */
export function inChinese(command: Command): Command {
  return command
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      commandUsage: (called) =>
        Help.prototype.commandUsage
          .call(new Help(), called)
          .replace('[options]', '[选项]')
          .replace('[command]', '<命令>'),
      subcommandTerm: (subcommand) => subcommand.name(),
      optionDescription: ({ description, defaultValue }: Option) =>
        typeof defaultValue === 'string' ? `${description}（默认 ${defaultValue}）` : description,
      displayWidth: columnsOf,
      boxWrap: (text) => text,
    })
}

/**
 * Columns that a help text fills. It is ASCII and Chinese, and its lines are broken by hand: what a report needs to set
 * any text takes longer to load than the help may take.
 */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u2e80' ? 1 : 2), 0)
}
