import { baseFolder } from '../node/base-folder.ts'
import { GitError } from '../node/git.ts'
import { DamagedBytes } from '../node/packed.ts'
import { ScratchError } from '../node/scratch-file.ts'
import type { Terminal } from '../node/terminal.ts'
import { placeLabel } from '../report/place-label.ts'
import { SetupError } from '../setup.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'

/** Says why the job could not be done. What nobody should see keeps its trace, for whoever mends the program. */
export function failure(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof SetupError) {
    terminal.say('错误：配置或规则集有误，没有开始检查。')
    for (const { message, evidence } of error.problems) {
      const [first] = evidence
      terminal.say(`  ${first === undefined ? '' : `${placeLabel(first)} `}${message}`)
    }
    return EXIT.undone
  }
  if (error instanceof UsageError || error instanceof GitError || error instanceof ScratchError) {
    terminal.say(`错误：${error.message}`)
    return EXIT.undone
  }
  if (error instanceof DamagedBytes) {
    terminal.say(`错误：缓存 ${baseFolder()} 里的内容坏了，又删不掉；请删去这个文件夹，或加 --no-cache`)
    return EXIT.undone
  }
  terminal.say('错误：程序出错，检查没有完成。请将下面的内容交维护人员：')
  for (const line of traceOf(error)) terminal.say(`  ${line}`)
  return EXIT.undone
}

function traceOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  return (error.stack ?? error.message).split('\n').map((line) => line.trim())
}
