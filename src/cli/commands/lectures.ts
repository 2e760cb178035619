import type { Command } from 'commander'
import { compareLectures } from '../../lectures.ts'
import type { Terminal } from '../../node/terminal.ts'
import { LECTURES_FORMAT_NAMES, LECTURES_FORMATS, type LecturesFormatName } from '../../report/lectures/format.ts'
import type { Does } from '../command.ts'
import { EXIT } from '../exit.ts'
import { judgeInput } from '../input.ts'
import { type JudgingOptions, withJudgingOptions } from '../judging-options.ts'
import { oneOf } from '../option-values.ts'
import { paletteOf } from '../palette.ts'

interface Options extends JudgingOptions {
  readonly format: LecturesFormatName
}

/** `taizhang lectures`: what lectures have in common, with the passages side by side. */
export function define(command: Command, terminal: Terminal, does: Does): void {
  withJudgingOptions(command)
    .option(
      '--format <格式>',
      `屏幕（标准输出）上的格式，默认 pretty：\n${LECTURES_FORMAT_NAMES.join('、')}`,
      oneOf('--format', LECTURES_FORMAT_NAMES),
      'pretty',
    )
    .action(
      does(async (paths: readonly string[], options: Options) => {
        const { setup, judged, join } = await judgeInput(
          paths,
          { ...options, git: false, onlyLectures: true },
          terminal,
        )
        const report = compareLectures(judged, setup, join, options.period)
        const write = await LECTURES_FORMATS[options.format]()
        const palette = await paletteOf(terminal.colourLevel(options.color))
        await terminal.write(write(report, { palette, width: terminal.width }))
        return EXIT.clean
      }),
    )
}
