const DAY_NAME = /^\p{Script=Han}{2,6}(?:时间|日期)$/u
/** Days of the paper, of what is to come, and of a person's life. */
const ANOTHER_DAY =
  /填|录|报送|上报|提交|审|更新|创建|修改|通知|上传|发布|采集|打印|签|办结|办理|完成|答复|反馈|截止|整改|下次|计划|拟|出生|入党|入团|转正|转入|转出|流出|流入|工作|退休|入职|毕业|到期/u

/** The one of these names that tells by its ending when something was: 走访时间; `undefined` where none does, or several. */
export function dayNameAmong(names: readonly string[]): string | undefined {
  const [name, second] = names.filter((one) => DAY_NAME.test(one.trim()) && !ANOTHER_DAY.test(one))
  return second === undefined ? name : undefined
}
