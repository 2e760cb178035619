import { describe, expect, test } from 'vitest'
import { plain, recordOf, takeIn, told } from '../support/intake.ts'

describe('the record of spec/ledger.md', () => {
  const { record, problems } = recordOf(`
编号: 2026-07
类型: 党员大会
日期: 2026-03-12
时间: 14:30-16:00
状态: 已开
补开: 2026Q1
所属年度: 2025
地点: 社区党群服务中心三楼
召开方式: 线下
联合支部: [和平里党支部]
主题: 一季度支部党员大会
形式: 集中学习
主持人: 王建国
委托: 受书记委托
记录人: 李秀英
应到: 32
实到: 29
请假: [{姓名: 张三, 原因: 住院}]
缺席: []
列席: [社区民警 马原]
议题:
  - 内容: 学习《中国共产党纪律处分条例》
    类别: 政治学习
    时长: 40
    主讲: 赵敏
    发言: [{姓名: 孙立, 内容: 谈了体会, 方式: 书面}]
  - 内容: 讨论接收钱多为预备党员
    表决: {应到: 30, 实到: 28, 方式: 无记名, 发出: 28, 收回: 28, 有效: 28, 书面意见: 0, 赞成: 28, 反对: 0, 弃权: 0, 结果: 通过}
记录: |
  会议开始。
  会议结束。
议定事项:
  - {事项: 每周三集中学习, 责任人: 赵敏, 时限: 2026-04-30, 落实: 已开展四次}
评议结果: {优秀: [孙立], 合格: 3, 基本合格: [], 不合格: 0}
记录日期: 2026-03-12
录入: 2026-03-13
补录说明: 平台维护，经同意补录
材料来源: 街道统一下发课件
附件: [photos/0312.jpg]
天气: 晴`)

  test('is read with every field', () => {
    expect(plain(record)).toEqual({
      key: '2026-07',
      code: '2026-07',
      kinds: ['党员大会'],
      date: '2026-03-12',
      time: { start: 870, end: 960 },
      state: '已开',
      makeUpFor: '2026Q1',
      year: 2025,
      groups: [],
      place: '社区党群服务中心三楼',
      mode: '线下',
      jointBranches: ['和平里党支部'],
      title: '一季度支部党员大会',
      form: '集中学习',
      chair: '王建国',
      delegation: '受书记委托',
      recorder: '李秀英',
      attendance: {
        due: { number: 32 },
        present: { number: 29 },
        leave: { list: [{ name: '张三', reason: '住院' }] },
        absent: { list: [] },
        guests: { names: ['马原'] },
      },
      agenda: [
        {
          number: 1,
          content: '学习《中国共产党纪律处分条例》',
          label: '政治学习',
          minutes: 40,
          speaker: '赵敏',
          speeches: [{ name: '孙立', content: '谈了体会', mode: '书面' }],
        },
        {
          number: 2,
          content: '讨论接收钱多为预备党员',
          speeches: [],
          vote: {
            due: 30,
            present: 28,
            method: '无记名',
            issued: 28,
            returned: 28,
            valid: 28,
            written: 0,
            approve: 28,
            against: 0,
            abstain: 0,
            result: '通过',
          },
        },
      ],
      minutes: '会议开始。\n会议结束。\n',
      decisions: [{ number: 1, task: '每周三集中学习', owner: '赵敏', deadline: '2026-04-30', result: '已开展四次' }],
      appraisal: {
        grades: { 优秀: { names: ['孙立'] }, 合格: { number: 3 }, 基本合格: { names: [] }, 不合格: { number: 0 } },
      },
      people: [],
      counterparts: [],
      writtenOn: '2026-03-12',
      enteredOn: '2026-03-13',
      lateNote: '平台维护，经同意补录',
      materialSource: '街道统一下发课件',
      attachments: ['photos/0312.jpg'],
      others: { 天气: '晴' },
    })
  })

  test('knows where each value stands', () => {
    expect(record.at).toEqual({ file: 'ledger.yaml', line: 3, column: 5 })
    expect(record.date?.at).toMatchObject({ line: 5, column: 9 })
    expect(record.agenda[1]?.vote?.approve?.at).toMatchObject({ line: 30 })
    expect(record.minutes?.at).toMatchObject({ line: 32, column: 7 })
  })

  test('tells the unknown field and nothing else', () => {
    expect(told(problems)).toEqual(['info unknown-field 42:5'])
  })
})

describe('kinds', () => {
  const kindsOf = (lines: string) => recordOf(`${lines}\n日期: 2026-03-12`).record.kinds.map(({ value }) => value)

  test.each([
    ['类型: 支部党员大会', ['党员大会']],
    ['类型: 党员大会、主题党日', ['党员大会', '主题党日']],
    ['类型: [党员大会, 党课]', ['党员大会', '党课']],
    ['类型: 一季度支部党员大会', ['党员大会']],
    ['类型: 支委会议', ['支委会']],
    ['类型: 组织生活会暨民主评议党员大会', ['组织生活会', '民主评议', '党员大会']],
    ['类型: 读书会', ['读书会']],
    ['主题: 2026年第一季度党员大会', ['党员大会']],
    ['题目: 把身边的事办实\n主讲人: 王建国', ['党课']],
  ])('%s', (lines, kinds) => {
    expect(kindsOf(lines)).toEqual(kinds)
  })

  test('an unknown kind is told once a file', () => {
    const { problems } = takeIn(`支部: 甲支部
组织生活:
  - {类型: 读书会, 日期: 2026-03-12}
  - {类型: 读书会, 日期: 2026-04-12}
`)
    expect(told(problems)).toEqual(['info unknown-kind 3:10'])
  })

  test('a rulebook may declare it', () => {
    const { ledgers, problems } = takeIn('支部: 甲支部\n组织生活:\n  - {类型: 共读, 日期: 2026-03-12}\n', {
      kinds: { 读书会: { aliases: ['共读'] } },
    })
    expect(problems).toEqual([])
    expect(ledgers[0]?.records[0]?.kinds.map(({ value }) => value)).toEqual(['读书会'])
  })

  test('what only a 党员大会 does is one, though 类型 does not say so', () => {
    const { record } = recordOf('类型: 集中学习\n日期: 2026-03-12\n议题: [讨论接收钱多为预备党员]')
    expect(plain(record.kinds)).toEqual(['集中学习', { value: '党员大会', implied: true }])
  })

  test('a record with neither 类型 nor a telling title is kept and told', () => {
    const { record, problems } = recordOf('日期: 2026-03-12\n主题: 学习')
    expect(record.kinds).toEqual([])
    expect(told(problems)).toEqual(['warning missing-kind 3:5'])
  })
})

describe('days and hours', () => {
  const when = (lines: string) => {
    const { record } = recordOf(`类型: 党课\n${lines}`)
    const { date, endDate, statedWeekday, time, halfDay, impossibleDate, duration } = record
    return plain({ date, endDate, weekday: statedWeekday, time, halfDay, impossibleDate, duration })
  }

  test.each([
    ['日期: 2026/3/12', { date: '2026-03-12' }],
    ['日期: 2026.3.12', { date: '2026-03-12' }],
    ['日期: 20260312', { date: '2026-03-12' }],
    ['日期: 2026年3月12日（星期四）', { date: '2026-03-12', weekday: 4 }],
    ['日期: 二〇二六年三月十二日', { date: '2026-03-12' }],
    ['日期: ２０２６－０３－１２', { date: '2026-03-12' }],
    ['日期: 2026-03-12 14:30', { date: '2026-03-12', time: { start: 870 } }],
    ['日期: 2026年3月12日下午2:30—4:00', { date: '2026-03-12', time: { start: 870, end: 960 } }],
    ['日期: 2026-03-12\n时间: 14时30分', { date: '2026-03-12', time: { start: 870 } }],
    ['会议时间: 2026年3月12日18:30-19:30', { date: '2026-03-12', time: { start: 1110, end: 1170 } }],
    ['日期: 2026-03-12\n开始时间: "9:00"\n结束时间: "10:30"', { date: '2026-03-12', time: { start: 540, end: 630 } }],
    ['开始时间: 2026-03-12 09:00\n结束时间: 2026-03-12 10:30', { date: '2026-03-12', time: { start: 540, end: 630 } }],
    ['日期: 2026-03-12\n时间: 上午', { date: '2026-03-12', halfDay: '上午' }],
    ['日期: 2026年3月12日下午', { date: '2026-03-12', halfDay: '下午' }],
    ['日期: 2026-03-12至14日', { date: '2026-03-12', endDate: '2026-03-14' }],
    ['日期: 2026-02-30', { impossibleDate: '2026-02-30' }],
    ['日期: 2026-03-12\n时长: 1小时30分钟', { date: '2026-03-12', duration: 90 }],
  ])('%s', (lines, expected) => {
    expect(when(lines)).toEqual(expected)
  })

  test.each([
    ['日期: 2026年3月', ['warning bad-date 4:9']],
    ['日期: 3月12日', ['warning bad-date 4:9']],
    ['地点: 会议室', ['warning missing-date 3:5']],
    ['日期: 2026-02-30', ['info impossible-date 4:9']],
    ['日期: 2026-03-12\n时间: 下班后', ['warning bad-time 5:9']],
    ['日期: 26年3月12日', ['info guessed-year 4:9']],
  ])('%s is told', (lines, expected) => {
    expect(told(recordOf(`类型: 党课\n${lines}`).problems)).toEqual(expected)
  })

  test('a day without a year takes that of the file, where it has one', () => {
    const { ledgers, problems } = takeIn({
      '2026年/甲支部.yaml': '支部: 甲支部\n组织生活:\n  - {类型: 党课, 日期: 3月12日}\n',
    })
    expect(ledgers[0]?.records[0]?.date?.value).toBe('2026-03-12')
    expect(told(problems)).toEqual(['info guessed-year 3:18'])
  })

  test.each([
    ['年度: 2026\n支部: 甲支部', '2026-03-12'],
    ['年度: 二〇二六\n支部: 甲支部', '2026-03-12'],
    ['支部: {名称: 甲支部, 年度: 2026年度}', '2026-03-12'],
    ['期间: 2026-01至2026-06\n支部: 甲支部', '2026-03-12'],
    ['支部: {名称: 甲支部, 台账期间: 2026年上半年}', '2026-03-12'],
    ['期间: 2025-09至2026-06\n支部: 甲支部', undefined],
    ['年度: 2025\n支部: {名称: 甲支部, 年度: 2026}', undefined],
    ['支部: 甲支部', undefined],
  ])('a day without a year is of the one that the ledger names: %j', (head, date) => {
    const { ledgers, problems } = takeIn(`${head}\n组织生活:\n  - {类型: 党课, 日期: 3月12日}\n`)
    expect(ledgers[0]?.records[0]?.date?.value).toBe(date)
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      date === undefined ? 'warning bad-date' : 'info guessed-year',
    ])
  })

  test('a day without a year takes none where the name of the file tells two', () => {
    const { ledgers } = takeIn({
      '2025-2026/甲支部.yaml': '支部: 甲支部\n组织生活:\n  - {类型: 党课, 日期: 3月12日}\n',
    })
    expect(ledgers[0]?.records[0]?.date).toBeUndefined()
  })

  test('what has only the time it was planned for is a plan', () => {
    const { record } = recordOf('类型: 党课\n计划时间: 2026-05-20')
    expect(plain({ date: record.date, state: record.state })).toEqual({ date: '2026-05-20', state: '计划' })
  })

  test.each([
    ['草稿', '计划'],
    ['暂存', '计划'],
    ['待提交', '计划'],
    // Handed in, or already filed: of the paperwork, which says nothing of whether the meeting was held.
    ['待审核', undefined],
    ['已提交', undefined],
    ['已通过', undefined],
    ['已归档', undefined],
    ['已审核', undefined],
  ])('a record whose 状态 is %s and that tells nothing of its course is read as %s', (said, state) => {
    const { record, problems } = recordOf(`类型: 党课\n日期: 2026-05-20\n状态: ${said}`)
    expect(record.state?.value).toBe(state)
    expect(told(problems)).toEqual(state === undefined ? [] : ['info draft-as-plan 5:9'])
  })

  test('a draft that tells who came is of a meeting that was held', () => {
    const { record, problems } = recordOf('类型: 党课\n日期: 2026-05-20\n状态: 草稿\n实到: 12')
    expect([record.state, problems]).toEqual([undefined, []])
  })

  test('a time it was planned for beside the day it was held is kept as it is', () => {
    const { record } = recordOf('类型: 党课\n日期: 2026-05-21\n计划时间: 2026-05-20')
    expect(plain({ date: record.date, state: record.state, others: record.others })).toEqual({
      date: '2026-05-21',
      others: { 计划时间: '2026-05-20' },
    })
  })
})

test.each([
  ['所属年度: 2026', 2026],
  ['年度: 2025', 2025],
  ['年度: 2026', undefined],
])('%s of a meeting in January 2026 is the year %s', (line, year) => {
  expect(recordOf(`类型: 组织生活会\n日期: 2026-01-21\n${line}`).record.year?.value).toBe(year)
})

describe('attendance', () => {
  const attendance = (lines: string) => plain(recordOf(`类型: 党员大会\n日期: 2026-03-12\n${lines}`).record.attendance)

  test.each([
    ['应到: 35人\n实到: 约33名', { due: { number: 35 }, present: { number: 33 } }],
    ['应到: 三十五\n实到: ３３', { due: { number: 35 }, present: { number: 33 } }],
    ['应到实到: 应到35人，实到33人', { due: { number: 35 }, present: { number: 33 } }],
    ['实到: "5\\n20"', {}],
    ['实到: 7+1（线上）', { present: { number: 8 } }],
    ['实到: 8人，其中线上2人', { present: { number: 8 } }],
    [
      '应到: 9人，实到7人，刘芳、王五因病请假',
      {
        due: { number: 9 },
        present: { number: 7 },
        leave: {
          list: [
            { name: '刘芳', reason: '病请假' },
            { name: '王五', reason: '病请假' },
          ],
        },
      },
    ],
    ['实到: 8（刘芳出差）', { present: { number: 8 }, leave: { list: [{ name: '刘芳', reason: '出差' }] } }],
    ['实到: 8（含预备党员2人）', { present: { number: 8 } }],
    ['应到实到: 应到35人实到33人', { due: { number: 35 }, present: { number: 33 } }],
    ['应到实到: 35/33', { due: { number: 35 }, present: { number: 33 } }],
    ['实到: 应到35人，实到33人', { due: { number: 35 }, present: { number: 33 } }],
    [
      '到会情况: 应到12人，实到10人，请假1人（潘守田：出差），缺席1人（孙七），列席2人',
      {
        due: { number: 12 },
        present: { number: 10 },
        leave: { number: 1, list: [{ name: '潘守田', reason: '出差' }] },
        absent: { number: 1, list: [{ name: '孙七' }] },
        guests: { number: 2 },
      },
    ],
    [
      '应到: [王建国, 李秀英]\n实到: [王建国]',
      { due: { names: ['王建国', '李秀英'] }, present: { names: ['王建国'] } },
    ],
    [
      '应到: [王建国, 李秀英, 马原（列席）]\n实到: [王建国, 李秀英（请假）, 马原（列席）]',
      {
        due: { names: ['王建国', '李秀英'] },
        present: { names: ['王建国'] },
        leave: { list: [{ name: '李秀英' }] },
        guests: { names: ['马原'] },
      },
    ],
    ['实到: 王建国、马原（列席）', { present: { names: ['王建国'] }, guests: { names: ['马原'] } }],
    [
      '实到: {人数: 2, 名单: [王建国, 李秀英（线上）, 马原（列席）]}',
      { present: { number: 2, names: ['王建国', '李秀英'] }, guests: { names: ['马原'] } },
    ],
    [
      '应到: {人数: 32, 有表决权: 30, 流动: 2}',
      { due: { number: 32 }, votersDue: { number: 30 }, mobile: { number: 2 } },
    ],
    [
      '参会人员: 张三、李四(请假)[出差]、王五(列席)',
      {
        present: { names: ['张三'] },
        leave: { list: [{ name: '李四', reason: '出差' }] },
        guests: { names: ['王五'] },
      },
    ],
    ['实到: 33\n参会人员: 张三、李四等33人', { present: { number: 33 } }],
    ['参会人员: 全体党员', {}],
    ['请假: 张三（住院）、李四', { leave: { list: [{ name: '张三', reason: '住院' }, { name: '李四' }] } }],
    [
      '请假: {张三: 住院, 李四: 出差}',
      {
        leave: {
          list: [
            { name: '张三', reason: '住院' },
            { name: '李四', reason: '出差' },
          ],
        },
      },
    ],
    ['请假: 2人（张三、李四）', { leave: { number: 2, list: [{ name: '张三' }, { name: '李四' }] } }],
    ['请假: 2', { leave: { number: 2 } }],
    ['请假: 无', { leave: { list: [] } }],
    ['缺席: 无', { absent: { list: [] } }],
    [
      '缺席人员及原因: 张三（临时有事）、李四',
      { leave: { list: [{ name: '张三', reason: '临时有事' }] }, absent: { list: [{ name: '李四' }] } },
    ],
    ['缺席人员及原因: 张三（无故）', { absent: { list: [{ name: '张三' }] } }],
    ['缺席人员及原因: 王五(请假)[出差]', { leave: { list: [{ name: '王五', reason: '出差' }] } }],
    ['缺席人员及原因: 无', { absent: { list: [] } }],
    [
      '缺席人员: 张三、李四\n缺席原因: 出差',
      {
        leave: {
          list: [
            { name: '张三', reason: '出差' },
            { name: '李四', reason: '出差' },
          ],
        },
      },
    ],
    [
      '缺席人员: 张三、李四\n缺席原因: 张三出差',
      { leave: { list: [{ name: '张三', reason: '出差' }] }, absent: { list: [{ name: '李四' }] } },
    ],
    ['流动党员和行动不便党员数: 3', { mobile: { number: 3 } }],
    ['应到会有表决权党员数: 30\n有表决权到会数: 28', { votersDue: { number: 30 }, votersPresent: { number: 28 } }],
  ])('%s', (lines, expected) => {
    expect(attendance(lines)).toEqual(expected)
  })
})

test('a record with no day goes by what stands in its place, or by there being none', () => {
  const keyOf = (lines: string) => recordOf(lines).record.key
  expect(keyOf('类型: 主题党日\n日期: 2026-02-30')).toBe('2026-02-30 主题党日')
  expect(keyOf('类型: 主题党日\n日期: 月底')).toBe('月底 主题党日')
  expect(keyOf('类型: 主题党日\n主题: 读书')).toBe('未注明日期的主题党日')
})
