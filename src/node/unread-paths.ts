import type { Problem } from '../source/problem.ts'
import { fileProblem } from './file-problem.ts'

/** What a path came to that was to be read and could not be. */
export interface Loss {
  readonly code: string
  readonly message: string
}

export const NO_FILE: Loss = {
  code: 'no-file',
  message: '这不是普通文件（是管道、设备一类），没有读取；请换成台账文件，从管道读取请用“-”和 --stdin-filename',
}
export const BROKEN_LINK: Loss = {
  code: 'broken-link',
  message: '这是失效的链接，它指向的文件不存在，其中的内容未检查；请放入原文件，或重新建立链接',
}
/** A name in another encoding (GBK, from an archive made on Windows) cannot be asked for by any text. */
export const UNREACHABLE: Loss = {
  code: 'unreachable',
  message:
    '找到了这个名字，却打不开，其中的内容未检查；多半是名字的编码不对（在 Windows 上压缩、在别处解压时常见），或检查时被移走，请改名后重新检查',
}

export function emptyFolder(label: string): Problem {
  return fileProblem('empty-folder', 'info', '这个文件夹里没有台账，请核对路径，或等台账交来再检查', label)
}

export function unreadableTable(label: string): Problem {
  const message = '这种格式的表格未读入；如是台账，请另存为 .xlsx 或 .csv 再检查'
  return fileProblem('unsupported-table', 'info', message, label)
}
