import { branchNameIn } from './table/branch-name.ts'

/** The name that a branch goes by where its file does not say it. */
export interface FileName {
  readonly name: string
  /** How a message calls where the name was found. */
  readonly called: '文件名' | '文件夹名'
  /** Whether the name itself says that it is a branch's. */
  readonly isSure: boolean
}

/** The branch that the name of a file, else of the nearest of its folders, tells; else the file's whole name. */
export function nameOfFile(path: string): FileName {
  const folders = path.split('/')
  const file = (folders.pop() ?? '').replace(/\.[^.]*$/u, '')
  const own = branchNameIn(file)
  if (own !== undefined) return { name: own, called: '文件名', isSure: true }
  for (const folder of folders.reverse()) {
    const name = branchNameIn(folder)
    if (name !== undefined) return { name, called: '文件夹名', isSure: true }
  }
  return { name: file === '' ? path : file, called: '文件名', isSure: false }
}

const YEARS = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu

/** The one year in the name of a file or of its nearest folder that has any. */
export function yearOfFile(path: string): number | undefined {
  for (const step of path.split('/').reverse()) {
    const years = new Set(step.match(YEARS))
    if (years.size > 1) return undefined
    const [year] = years
    if (year !== undefined) return Number(year)
  }
  return undefined
}
