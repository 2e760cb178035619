/** Words that say when, who and what kind, but not what about. */
const EMPTY_WORDS =
  /20\d{2}年?|\d{1,2}月(?:份)?|\d{1,2}[日号]|第?[一二三四1-4]季度|[上下]半年|第[一二三四五六七八九十\d]+[次讲课期]|[一二三四五六七八九十]{1,2}月(?:份)?|主题党日|党员大会|支部大会|支委会|党小组会|党员|党课|微党课|党日|支部|党支部|党组织|书记|委员|全体|专题|主题|活动|会议|学习|教育|集中|政治|理论|讲座|讲|上|开展|组织|召开|年度|固定|常规|例行|报告|授课|[的一次堂节本我村社区机关学校公司度会课]|[\s\p{P}]/gu

/** Whether a title says no more than when a meeting was and of what kind: 3月主题党日. */
export function isBareTitle(title: string): boolean {
  return title.replace(EMPTY_WORDS, '') === ''
}
