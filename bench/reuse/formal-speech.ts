import type { Random } from './random.ts'
import type { Speech } from './speech.ts'
import { Vocabulary } from './vocabulary.ts'

const list = (text: string) => text.trim().split(/\s+/)

const HOW = list(`
  深入 扎实 持续 切实 全面 认真 着力 大力 主动 有效 自觉 严格 积极 广泛 及时 稳步 统筹 坚决 进一步 不断 毫不松懈地 一以贯之地 实打实地 常态化`)
const DO = list(`
  推进 落实 抓好 加强 健全 完善 深化 提升 压实 筑牢 夯实 开展 巩固 拓展 规范 优化 强化 凝聚 锤炼 细化 激发 畅通 推动 改进`)
const WHAT = list(`
  基层组织建设 理论学习制度 党员日常管理 联系群众机制 作风建设成果 主题党日活动 为民办事清单 网格治理体系 支部标准化建设 干部队伍素质
  责任落实链条 廉洁自律防线 服务群众本领 民主议事程序 乡村振兴部署 安全生产责任 矛盾纠纷排查 志愿服务品牌 思想政治工作 组织生活质量
  教育培训计划 党务公开办法 流动党员管理 典型示范作用 营商环境措施 集体经济路子 民生实事项目 移风易俗行动 意识形态阵地 青年党员培养
  监督检查方式 考核评价指标 结对共建内容 社区服务功能 产业发展规划 红色资源课堂 谈心谈话制度 问题整改台账 中心工作大局 先锋模范岗位`)
const FRAME = list(`
  从思想上看 从实践上看 一方面 另一方面 更重要的是 与此同时 归根到底 具体来说 就我们支部而言 对照上级要求 结合年初计划 从检查情况看
  越是任务繁重 越是关键时期 在这个基础上 在具体工作中 针对存在的不足 面向下一阶段 立足岗位职责 回头看这几年`)
const END = list(`
  这是必须回答的课题 这一点任何时候都不能含糊 关键在于一级做给一级看 要害是一个实字 最终要看群众答不答应 功夫要下在平时
  不能停留在会议上 需要一件一件抓到底 切忌一阵风 离不开每名党员的参与 要有久久为功的韧劲 决不能搞形式走过场`)

const SLOGANS = list(`
  旗帜决定方向，道路决定命运，组织决定力量
  把支部建在网格上，把服务送到家门口，把矛盾化在萌芽时
  学习不能停步，思想不能滑坡，作风不能松劲，纪律不能走样
  党员走在前，群众有奔头，干部沉下去，民心聚起来
  以学促干增本领，以干践学见成效
  小事不出楼栋，大事不出社区，难事不推上级
  心中有党才有方向，心中有民才有力量，心中有责才有担当，心中有戒才有底线
  一张蓝图绘到底，一任接着一任干
  班子强起来，队伍带起来，产业旺起来，村庄美起来
  守初心要守到点子上，担使命要担到关键处
  讲问题不遮丑，提意见不怕得罪，定措施不走空
  规矩立在前头，监督跟在后头，问责悬在上头
  把群众的小事当作自己的大事，把群众的难处当作自己的短处
  学思想要见筋骨，强党性要见行动，重实践要见汗水，建新功要见实效`)

/** Formal speech put together from a small stock of verbs and objects: short stretches are the same everywhere, longer ones by chance. */
export class FormalSpeech implements Speech {
  readonly setPhrases = SLOGANS
  readonly stock: readonly string[]
  private readonly words: Vocabulary

  constructor(random: Random) {
    this.words = new Vocabulary(random)
    this.stock = Array.from({ length: 300 }, () => this.sentence(random).slice(0, 38))
  }

  word(random: Random): string {
    return random.chance(0.3) ? this.words.word(random) : random.pick(random.pick([HOW, DO]))
  }

  sentence(random: Random): string {
    const clauses = Array.from({ length: random.between(1, 3) }, () => this.clause(random))
    const opening = random.chance(0.4) ? [random.pick(FRAME)] : []
    const ending = random.chance(0.3) ? [random.pick(END)] : []
    return `${[...opening, ...clauses, ...ending].join('，')}。`
  }

  private clause(random: Random): string {
    const named = random.chance(0.35) ? this.words.word(random) : ''
    const doing = `${random.pick(HOW)}${random.pick(DO)}${named}${random.pick(WHAT)}`
    return random.chance(0.3) ? `要把${named}${random.pick(WHAT)}同${random.pick(WHAT)}结合起来` : doing
  }
}
