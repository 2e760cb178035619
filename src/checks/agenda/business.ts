/** Matters that a branch decides on, each told by its words. */
const BUSINESSES = [
  [
    'admission',
    /(?:接收|吸收).{0,20}(?:预备党员|入党(?!积极|申请))|讨论.{0,10}入党(?:问题|事宜)|加入(?:中国)?(?:共产党|党组织)/u,
  ],
  ['confirmation', /转(?:为|成)?正式党员|预备党员.{0,20}转(?:为|成)?正|转正|(?:延长|取消).{0,12}预备(?:期|党员)/u],
  [
    'election',
    /换届|补选|(?:支部|支委|委员|书记).{0,8}(?:选举|选出|当选)|(?:选举|选出|当选).{0,12}(?:支部|支委|委员|书记)|选举产生/u,
  ],
  ['discipline', /处分|(?:党员|组织)处置|处置.{0,6}党员|除名|劝退|留党察看|开除党籍|党内警告/u],
  ['development', /积极分子|发展对象/u],
  ['commendation', /评优|评先|表彰|先进|优秀(?:共产)?党员|推优|推荐/u],
  ['appraisal', /民主评议|评定|测评/u],
  ['plan', /计划|总结|要点|工作报告|述职/u],
  ['money', /经费|预算|决算|党费|支出|资金|采购|捐款/u],
  ['rules', /制度|办法|细则|公约|承诺|积分/u],
] as const satisfies readonly (readonly [string, RegExp])[]
export type Business = (typeof BUSINESSES)[number][0]

/** What only the 党员大会 may decide. */
export const ASSEMBLY_ONLY: readonly Business[] = ['admission', 'confirmation', 'election', 'discipline']

/** Elections, probations and punishments outside the party, which share its words. */
const NOT_OF_THE_PARTY: Readonly<Partial<Record<Business, RegExp>>> = {
  confirmation: /员工|职工|试用|实习|劳动合同|岗位/u,
  discipline: /^(?!.*(?:党员|党内|党纪)).*(?:员工|职工|学生)/su,
  election: /村委|居委|村民|居民|业委|业主|工会|妇联|团支|团委|人大|政协|职代会|班委|理事/u,
}

/** The matters that a text is about; titles in 《》 are documents, not business. */
export function businessesIn(text: string): Business[] {
  const plain = withoutTitles(text)
  return BUSINESSES.filter(([, pattern]) => pattern.test(plain))
    .map(([name]) => name)
    .filter((name) => NOT_OF_THE_PARTY[name]?.test(plain) !== true)
}

export function withoutTitles(text: string): string {
  return text.replace(/《[^》]*》/gu, '')
}
