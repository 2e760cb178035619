import type { ColourLevel } from '../node/colour-level.ts'
import { type Palette, PLAIN } from '../report/palette.ts'

/** The colours of a report; chalk is loaded only where there are any. */
export async function paletteOf(level: ColourLevel): Promise<Palette> {
  if (level === 0) return PLAIN
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level })
  return {
    heading: chalk.bold.cyan,
    strong: chalk.bold,
    faint: chalk.gray,
    severity: { error: chalk.red, warning: chalk.yellow, info: chalk.blue },
    good: chalk.green,
  }
}
