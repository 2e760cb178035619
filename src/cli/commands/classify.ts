import type { Command } from 'commander'
import { readStandardInput } from '../../node/standard-input.ts'
import type { Terminal } from '../../node/terminal.ts'
import { cleanText } from '../../report/clean-text.ts'
import { jsonText } from '../../report/json-text.ts'
import type { Classification } from '../../text/content-class.ts'
import type { Does } from '../command.ts'
import { EXIT, UsageError } from '../exit.ts'
import { type RuleOptions, withRuleOptions } from '../judging-options.ts'
import { oneOf } from '../option-values.ts'
import { projectOf, setupOf } from '../setup.ts'

interface Options extends RuleOptions {
  readonly format: 'text' | 'json'
}

/** `taizhang classify`: which class an agenda item falls into and which words decided. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withRuleOptions(command)
    .argument('<议题...>', '议题文字；- 为从标准输入逐行读取')
    .option('--format <格式>', '输出格式：text、json', oneOf('--format', ['text', 'json']), 'text')
    .action(
      does(async (given: readonly string[], options: Options) => {
        const texts = await textsOf(given)
        if (texts.length === 0) throw new UsageError('没有要判断的文字')
        const { classify } = await setupOf(options, projectOf(options))
        const classified = texts.map((text) => ({ text, ...classify(text) }))
        await terminal.write(
          options.format === 'json' ? jsonText(classified.map(asData)) : classified.map(asLine).join(''),
        )
        return EXIT.clean
      }),
    )
}

async function textsOf(given: readonly string[]): Promise<string[]> {
  if (!given.includes('-')) return [...given]
  const lines = new TextDecoder().decode(await readStandardInput()).split(/\r?\n/u)
  const read = lines.filter((line) => line.trim() !== '')
  return given.flatMap((text) => (text === '-' ? read : text))
}

type Classified = Classification & { readonly text: string }

function asData({ text, class: name, words }: Classified) {
  return { text, class: name, words }
}

function asLine({ text, class: name, second, words }: Classified): string {
  const classes = second === undefined ? name : `${name}、${second}`
  const because = words.length === 0 ? '没有可据以判断的词' : words.map((word) => `“${word}”`).join('')
  return `${cleanText(`${classes}\t${because}\t${text}`.replaceAll('\t', '　'))}\n`
}
