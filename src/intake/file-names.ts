import { branchNameIn } from './table/branch-name.ts'

/** The name that a branch goes by where its file does not say it. */
export interface FileName {
  readonly name: string
  /** How a message calls where the name was found; absent where nothing told one. */
  readonly called?: '文件名' | '文件夹名'
  /** Whether the name itself says that it is a branch's. */
  readonly isSure: boolean
}

/** Words of file and folder names that name no branch. */
const NO_BRANCH =
  /(?:19|20)\d{2}年?度?|第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|三会一课|组织生活会?|党员大会|支部大会|支委会|党小组会?|党课|主题党日|党日|民主评议|集中学习|谈心谈话|党建|工作|党支部|支部|党员|会议|活动|台账|记录|登记|统计|汇总|明细|名册|花名册|情况|信息|导出|表|簿|本|最新|终稿|副本|[\d\s._()（）-]+/gu
const MIN_NAME = 2

/** What files are put together under that say in no name whose they are: one a month, one a kind. */
export const UNNAMED_BRANCH = '未写明名称的支部'

/** Whether the name of a file or folder says more than when and of what kind its records are. */
export function saysWhose(text: string): boolean {
  return text.replace(NO_BRANCH, '').length >= MIN_NAME
}

/** The branch that the name of a file, else of the nearest of its folders, tells; else the nearest name that says anything of its own. */
export function nameOfFile(path: string): FileName {
  const folders = path.split('/')
  const file = (folders.pop() ?? '').replace(/\.[^.]*$/u, '')
  const own = branchNameIn(file)
  if (own !== undefined) return { name: own, called: '文件名', isSure: true }
  for (const folder of folders.reverse()) {
    const name = branchNameIn(folder)
    if (name !== undefined) return { name, called: '文件夹名', isSure: true }
  }
  if (saysWhose(file)) return { name: file, called: '文件名', isSure: false }
  const folder = folders.find(saysWhose)
  if (folder !== undefined) return { name: folder, called: '文件夹名', isSure: false }
  return { name: UNNAMED_BRANCH, isSure: false }
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
