import { type Random, zipf } from './random.ts'
import type { Speech } from './speech.ts'

/** Words that party lectures are full of, commonest first by guess; a long tail of made-up ones comes after them. */
const WORDS =
  '党员 支部 群众 工作 学习 我们 同志 问题 社区 服务 建设 发展 组织 落实 责任 思想 作风 实际 基层 干部 能力 纪律 作用 活动 制度 担当 要求 任务 教育 生活 初心 使命 精神 理论 治理 居民 邻里 矛盾 调解 走访 入户 意见 反映 办法 措施 目标 计划 方案 效果 经验 体会 认识 提高 加强 坚持 推进 完善 解决 改进 检查 督促 落地 见效 村民 产业 种植 合作社 土地 道路 路灯 水渠 养老 助餐 托管 物业 停车 加装电梯 垃圾分类 楼栋 网格 志愿者 窗口 审批 企业 车间 班组 安全 生产 质量 技术 师傅 学生 教师 课堂 科研 实验 医院 病人 护理 值班 应急 防汛 巡查 台账 信访 法律 咨询 培训 就业 岗位 帮扶 低保 残疾 独居 老人 儿童 书屋 广场 文艺 队伍 清明 祠堂 家风 移风易俗 婚丧 彩礼 宴席 积分 评比 公示 监督 账目 村务 集体 分红 民宿 茶园 果树 水稻 养殖 销路 直播 电商 冷库 物流 包装 品牌 合同 贷款 保险 天气 收成 技术员 带头人 致富 返乡 创业 青年 妇女 退伍军人 老党员 新党员 入党 誓词 党费 党徽 宣誓 承诺 践诺 亮身份 先锋岗 责任区 攻坚 项目 进度 图纸 工地 塔吊 混凝土 焊接 检修 变电站 线路 抄表 客户 投诉 热线 回访 满意 整改 销号 清单 会议 记录 发言 讨论 批评 自我批评 谈心 谈话 评议 测评 表决 选举 换届 委员 书记 组长'.split(
    ' ',
  )

const CHARACTERS =
  '安白百班半包保报北本边表别兵步才采参草层产常场厂车成城出初春词村达大带单当刀到道灯地第点电店定东冬动都斗队对多儿法方房放飞风福父干高歌格根公共古谷关观光广归国果海汉好号合和河黑红后湖花华画话化怀环黄回会火活货机鸡基吉级家价间见建江讲交角街节结金进近京经井静九酒居局举军开科口快宽来兰蓝老乐雷冷离礼里理力立利连良粮两林灵领流龙楼路绿马满毛茂美门米民名明木目内南能年牛农女暖盘培朋平坪坡期气千前强桥青清情秋区渠曲全泉群人日容肉三桑色山上社深生声胜师诗十石时实食史市事收手书树水顺思松送岁台太堂塘特天田条铁通同头图土团外湾完万王网望为味温文问屋五武物西希习喜系下先香乡响小校心新信星兴行幸秀学雪训雅烟言岩阳养样药业夜一衣医义艺音银英迎营永用油友有鱼雨语玉育园原圆源月云运在早增站张章长照真镇正政之芝知直志治中忠钟种州周竹主住专庄装准资子自宗走组作坐座'

const TAIL = 20_000
const SET_PHRASES = 58
const STOCK_SENTENCES = 3000

/** Nonsense in the words of the trade, without end: draws those of the trade by their frequency, and a long tail of made-up ones. */
export class Vocabulary implements Speech {
  readonly setPhrases: readonly string[]
  readonly stock: readonly string[]
  private readonly words: readonly string[]
  private readonly draw: (random: Random) => number

  constructor(random: Random) {
    const tail = new Set<string>()
    const characters = [...CHARACTERS]
    while (tail.size < TAIL) {
      const length = random.chance(0.8) ? 2 : 3
      tail.add(Array.from({ length }, () => random.pick(characters)).join(''))
    }
    this.words = [...WORDS, ...tail]
    this.draw = zipf(this.words.length, 0.9, 20)
    this.setPhrases = Array.from({ length: SET_PHRASES }, () => this.clauses(random, 10, 34))
    this.stock = Array.from({ length: STOCK_SENTENCES }, () => `${this.clauses(random, 14, 40)}。`)
  }

  word(random: Random): string {
    return this.words[this.draw(random)] as string
  }

  /** Words in clauses; the length is that of a sentence in a lecture. */
  sentence(random: Random): string {
    const clauses = random.between(1, 3)
    return `${Array.from({ length: clauses }, () => this.clause(random)).join('，')}。`
  }

  private clauses(random: Random, shortest: number, longest: number): string {
    let text = ''
    while (text.length < shortest) text += this.clause(random)
    return text.slice(0, longest)
  }

  private clause(random: Random): string {
    const joints = ['', '', '', '的', '和', '在', '了', '要', '就', '不', '把', '是']
    return Array.from({ length: random.between(3, 6) }, () => this.word(random) + random.pick(joints)).join('')
  }
}
