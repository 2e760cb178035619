import { compact } from './values/fold.ts'

/** A key or header without what makes no difference between two of them: width, spaces, line breaks, marks at the end. */
export function foldKey(key: string): string {
  return compact(key)
    .toLowerCase()
    .replace(/^[*#]+|[*#:：]+$/g, '')
}

const REMARK = /[([][^()[\]]*[)\]]$/
/** A remark that narrows the name to something else: 实到人数（其中预备党员）. */
const NARROWING = /其中|不含|除外|不包括/u

/** A folded key without the remark in brackets that it ends in: 实到人数（人） is 实到人数. */
export function withoutRemark(form: string): string {
  const remark = REMARK.exec(form)
  if (remark === null || remark.index === 0 || NARROWING.test(remark[0])) return form
  return form.slice(0, remark.index)
}
