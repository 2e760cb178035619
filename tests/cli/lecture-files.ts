import { stringify } from 'yaml'
import type { Files } from '../node/folder.ts'
import { docx, pdf } from '../support/documents.ts'

export interface LectureEntry {
  readonly date: string
  readonly title?: string
  readonly lecturer: string
  /** Absent where the ledger has none. */
  readonly script?: string
}

/** The ledger of one branch, with its lectures and nothing else. */
export function lectureLedger(branch: string, lectures: readonly LectureEntry[]): string {
  return stringify(
    {
      支部: { 名称: branch },
      组织生活: lectures.map(({ date, title, lecturer, script }) => ({
        类型: '党课',
        日期: date,
        主讲人: lecturer,
        ...(title !== undefined && { 题目: title }),
        ...(script !== undefined && { 讲稿: script }),
      })),
    },
    { lineWidth: 0 },
  )
}

/** Of a lamp: 4 paragraphs. */
export const LAMP = [
  '同志们，今天不讲大道理，就讲咱们院里三号楼的那盏路灯。',
  '去年冬天它坏了18天，住在顶楼的老陈下夜班摔了一跤，我们支部开会时还在争该找物业还是找供电所。',
  '后来赵敏拉着电工把线路从头查了一遍，花了不到两百块钱就修好了，票据贴在楼道里给大家看。',
  '灯亮的那天晚上，老陈站在楼下抽完一支烟才上楼，他说这么多年头一回看清自己家的门牌。',
].join('\n')

/** Of doors that were knocked at. */
export const DOORS = [
  '上个季度我跑了六个单元，敲了九十多户的门，有的人家一开始连门缝都不肯开。',
  '跑得多了我才明白，楼栋长不是传话的，是替邻居把话说清楚、把事跑明白的人。',
  '今天我把这三个月记下的几件小事讲给大家听，请各位一起出主意，看看哪些是我们自己就能办的。',
].join('\n')

/** Of a pump in the fields: the corpus has it. */
export const PUMP = [
  '抽水机是大前年集体买的，放在村东头的棚子里，谁家浇地谁去推，推完了就搁在地头。',
  '今年开春它趴了窝，修机器的师傅说是泡了水，一屋子人你看我我看你，没有一个人承认最后是谁用的。',
  '后来定下一条，用完的人把它推回棚里，在墙上的本子写名字，这一年它再没有坏过一次。',
].join('\n')

/** Of an orchard: nobody else has it. */
const ORCHARD = [
  '果园的账本摊开来一共四十二页，前面几页字迹清楚，越往后越潦草，到了秋天干脆只剩数字。',
  '我拿着它一户一户去对，对到第七户才发现同一车苹果记了两遍，多出来的钱谁也说不清去了哪里。',
].join('\n')

const COPY = LAMP.replace('三号楼', '五号楼').replace('18天', '19天').replace('票据贴在楼道里', '账目贴在单元门口')

/** What a ledger may hold that a page, a terminal or a reader must not fall for. */
export const HOSTILE = {
  branch: '<script>window.hacked = 1</script>党支部',
  title: '"><img src=x onerror="window.hacked = 2">',
  /** Among them what sets a colour, and what turns the direction of the text. */
  lines: [
    '谁家的<script>window.hacked = 3</script>水管漏了，先找楼长再找物业<iframe src="https://example.invalid/"></iframe>，两头都不接电话，',
    '就到[这里](javascript:window.hacked=4)来说，\u001b[31m红字\u001b[0m写在黑板上，\u202e倒着写\u202c的不算，<a href="javascript:window.hacked=5">看</a>见的人签名。',
  ],
} as const

/** A county of four branches, and a corpus of four kinds of files. */
export const LECTURE_FILES: Files = {
  '台账/杏园.yaml': lectureLedger('杏园社区党支部', [
    { date: '2026-03-05', title: '一盏路灯', lecturer: '王建国', script: LAMP },
    { date: '2026-06-05', title: '敲门', lecturer: '赵敏', script: DOORS },
    { date: '2026-09-05', title: '再说敲门', lecturer: '赵敏', script: `${ORCHARD.slice(0, 30)}\n${DOORS}` },
  ]),
  '台账/乡下/柳湾.yaml': lectureLedger('柳湾村党支部', [
    { date: '2026-04-05', title: '把身边的事办实', lecturer: '孙立', script: `各位党员，晚上好。\n${COPY}` },
    { date: '2026-07-05', title: '一台抽水机', lecturer: '孙立', script: PUMP },
    { date: '2026-09-01', title: '果园的账', lecturer: '周宁', script: ORCHARD },
    { date: '2026-10-05', lecturer: '周宁' },
  ]),
  '台账/乡下/河口.yaml': lectureLedger('河口村党支部', [
    { date: '2026-06-05', title: '楼栋长', lecturer: '何秀', script: DOORS },
  ]),
  '台账/怪.yaml': lectureLedger(HOSTILE.branch, [
    { date: '2026-05-05', title: HOSTILE.title, lecturer: '吴越', script: `${LAMP}\n${HOSTILE.lines.join('\n')}` },
    {
      date: '2026-08-05',
      title: '再来一次',
      lecturer: '吴越',
      script: `${HOSTILE.lines.join('\n')}\n${ORCHARD.slice(-30)}`,
    },
  ]),
  '资料/范文/抽水机.txt': `村里的事\n\n${PUMP}\n`,
  '资料/通知.md': '# 通知\n\n请各支部按时上党课，讲稿自己写。\n',
  '资料/会议.docx': docx(['会议室的门锁换过两回，钥匙还是只有一把，挂在传达室的钉子上。']),
  '资料/公告.pdf': pdf(['停车场的线重新画过，东边八个车位留给送货的车，其余的先到先停。']),
}
