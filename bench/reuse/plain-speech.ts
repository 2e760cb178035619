import type { Random } from './random.ts'
import type { Speech } from './speech.ts'
import { Vocabulary } from './vocabulary.ts'

const list = (text: string) => text.trim().split(/\s+/)

const WHEN = list(`
  去年冬天 今年开春 上个月中旬 前天晚上 国庆假期里 入汛以后 麦收那几天 换届以后 上半年 暑假刚开始 春节前一周 三季度
  台风过境那夜 搬进新办公楼之后 周末下午 停水那两天 项目开工当天 年底结账的时候 清明前后 高考那几天 新学期第一周 大雪封路那回`)
const WHO = list(`
  住在顶楼的老陈 开小卖部的周大姐 刚转来的小吴 退休的孙师傅 种茶的何家兄弟 二车间的班组长 值夜班的护士 放羊的老赵
  楼下的快递员 教数学的杜老师 村里的会计 独居的钱奶奶 跑运输的郑平 窗口的小林 管仓库的老冯 预备党员小许 返乡的大学生
  合作社的社长 物业的经理 街口修鞋的师傅 河对岸的几户人家 机修组的徒弟 网格员 图书室的管理员`)
const SAID = list(`
  反映楼道灯坏了四十多天 说水渠堵得秧苗都蔫了 提出晚上没有地方停车 问低保要交哪些材料 抱怨办一张证跑了三趟 希望把球场修一修
  担心果子卖不出去 说机床的噪声越来越大 讲孩子放学没人接 嫌食堂的菜太咸 反映垃圾三天没人清 说路口没有红绿灯太危险
  提到仓库漏雨淋坏了样品 问加装电梯一楼不同意怎么办 说培训讲的用不上 希望把公交站挪近一点 反映井盖响得睡不着 说账目看不明白
  讲报销的单子压了两个月 提出把值班表公开 说体检的车进不了山 反映冷库的电费太高`)
const DID = list(`
  我们先后敲了九十多户的门 支部连夜开了个短会 三名党员带着电工去看现场 几个人蹲在地头算了一笔账 我把电话打到了供电所
  大家凑了两百块钱买材料 请来律师把条文念给双方听 老党员骑着三轮挨家送通知 年轻人做了一张网上登记表 组长当场签了责任单
  我们照着图纸一段一段地查 支部借来一台抽水机 党员轮流守了五个晚上 会计把凭证一张一张摆出来 我和副书记去县里跑了两次
  几家坐到一张桌子上吃了顿饭 技术员拿着样土回去化验 大伙把旧仓库腾了出来 我们把意见写成一张清单 学生会的同志做了问卷`)
const RESULT = list(`
  第三天就亮了灯 吵了半年的事算是说开了 少花了一万多块 最后只差两户没签字 到现在还没有完全解决 亩产比往年多了一百来斤
  投诉从每月十几件降到两件 大家心里有了底 我自己也学到了东西 可惜雨季又冲坏了一段 验收时得了个优 孩子们有了写作业的地方
  办证只要跑一趟了 停车位多出来二十六个 老人说这才像自家人 下一步还要看资金到不到位 机器停了一天就修好了 误会一说就没了`)
const LESSON = list(`
  这件事让我想了很久 说到底是我们先前没去问 办法都是从群众嘴里听来的 以后再碰上类似的事就有例可循 我把它记在了本子上
  光在会上念是念不出办法的 谁家的事谁最清楚 早两个月动手就不至于这样 可见规矩要定在前头 下回换一个同志来讲讲他的看法
  跑腿的事没有捷径 一人急不如众人议 有些话要当面讲才讲得开 账算清楚了气就顺了 我们欠的是耐心`)

/** Sentences that party lectures share, in wording of this file: longer and shorter ones, openings, turns and closings. */
const SHARED = list(`
  同志们，今天这堂党课我想和大家一起交流学习的体会
  基层党组织要把政治建设放在首要的位置，始终保持清醒和坚定
  广大党员要牢记自己的第一身份，时刻以党员标准严格要求自己
  要把学到的理论同本职工作结合起来，真正做到学有所获、学有所用
  我们党从诞生那天起，就把为人民谋幸福写在自己的旗帜上
  一百多年来，一代又一代共产党人前赴后继，用鲜血和汗水换来了今天的好日子
  党支部是教育管理监督党员的前沿阵地，也是联系服务群众的最后一公里
  支部强不强，关键要看书记和委员是不是敢担责、能扛事
  作为一名共产党员，无论在什么岗位上，都要守得住清贫、耐得住寂寞
  要经常对照党章党规检视自己，看看入党时的誓言还记得多少
  制度的生命力在于执行，再好的制度不落实也只是一张纸
  批评要敢于揭短亮丑，自我批评要敢于把自己摆进去
  纪律是管党治党的戒尺，也是党员干部的护身符
  一个党员就是一盏灯，一个支部就是一团火
  群众在我们心里有多重，我们在群众心里就有多重
  脚下沾有多少泥土，心中就沉淀多少真情
  面对新的形势和新的任务，我们没有任何理由懈怠和松劲
  要以钉钉子的精神把每一项工作落细落小落到位
  希望在座的每位同志都能把今天的学习转化为明天的行动
  让我们紧密团结起来，以更加饱满的热情投入到今后的各项工作中去
  全体党员要增强党的意识、宗旨意识、大局意识和责任意识
  要坚持问题导向，把群众的急难愁盼作为工作的出发点和落脚点
  坚持和完善民主集中制，凡是重大事项都要经过集体讨论决定
  三会一课是党的组织生活的基本制度，必须长期坚持、不断完善
  要把党的创新理论作为案头卷、工作书和座右铭
  前进的道路不会一帆风顺，越是艰险越要向前
  从严治党没有完成时，作风建设永远在路上
  要注重家庭家教家风，管好自己的同时管好身边的人
  以上是我学习的一点粗浅认识，不当之处请同志们批评指正
  历史是最好的教科书，也是最好的清醒剂`)

/** Speech as branches speak it: clauses about daily matters, and shared sentences that no phrase list has. */
export class PlainSpeech implements Speech {
  readonly setPhrases = SHARED
  readonly stock: readonly string[]
  private readonly words: Vocabulary

  constructor(random: Random) {
    this.words = new Vocabulary(random)
    this.stock = Array.from({ length: 60 }, () => `${random.pick(DID)}，${random.pick(LESSON)}。`)
  }

  word(random: Random): string {
    return random.chance(0.5) ? this.words.word(random) : random.pick(random.pick([WHEN, WHO])).slice(-2)
  }

  sentence(random: Random): string {
    const parts = [
      random.pick(WHEN),
      random.pick(WHO) + random.pick(SAID),
      random.pick(DID),
      random.pick(RESULT),
      random.pick(LESSON),
    ]
    const kept = parts.filter(() => random.chance(0.72))
    return kept.length < 2 ? this.sentence(random) : `${kept.join('，')}。`
  }
}
