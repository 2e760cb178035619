import rulesFiles from 'taizhang:rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtinIntakeSettings, joinLedgers, readFile } from '../../src/intake/index.ts'
import { plain, takeIn, told } from '../support/intake.ts'

const MEETING = '  - {类型: 党员大会, 日期: 2026-03-12}\n'

describe('a YAML file', () => {
  const branches = (files: string | Record<string, string>) =>
    takeIn(files).ledgers.map(({ branch, records }) => [branch.id, records.length])

  test('may hold several documents, one a branch', () => {
    expect(
      branches(
        `支部: 甲支部\n组织生活:\n${MEETING}---\n支部: 乙支部\n组织生活:\n${MEETING}${MEETING.replace('03', '04')}`,
      ),
    ).toEqual([
      ['乙支部', 2],
      ['甲支部', 1],
    ])
  })

  test('may hold a list of branches', () => {
    expect(
      branches('- {支部: 甲支部, 组织生活: [{类型: 党课, 日期: 2026-01-05}]}\n- {支部: 乙支部, 组织生活: []}\n'),
    ).toEqual([
      ['乙支部', 0],
      ['甲支部', 1],
    ])
  })

  test('may spread the fields of the branch over the outermost level', () => {
    const { ledgers, problems } = takeIn(`支部: 甲支部\n书记: 王建国\n领域: 社区\n组织生活:\n${MEETING}`)
    expect(plain(ledgers[0]?.branch)).toMatchObject({ id: '甲支部', scene: '社区', secretaries: [{ name: '王建国' }] })
    expect(problems).toEqual([])
  })

  test('may hold only 组织生活: the branch is that of the file, which is told', () => {
    const { ledgers, problems } = takeIn({ '杏园第一党支部2026年台账.yaml': `组织生活:\n${MEETING}` })
    expect(ledgers[0]?.branch.id).toBe('杏园第一党支部')
    expect(told(problems)).toEqual(['info guessed-branch 1:1'])
  })

  test('in a folder with one file a month or a kind makes one branch with the others', () => {
    const csv = '日期,应到,实到\n2026-03-12,5,5\n'
    expect(branches({ '党员大会.csv': csv, '支委会记录.csv': csv, '2026/3月.yaml': `组织生活:\n${MEETING}` })).toEqual([
      ['未写明名称的支部', 3],
    ])
    expect(branches({ '河口/党课.csv': csv, '杏园/党课.csv': csv })).toEqual([
      ['杏园', 1],
      ['河口', 1],
    ])
  })

  test('whose name tells no branch is called by it, which is a warning', () => {
    const { ledgers, problems } = takeIn(`组织生活:\n${MEETING}`)
    expect(ledgers[0]?.branch.id).toBe('ledger')
    expect(told(problems)).toEqual(['warning unnamed-branch 1:1'])
  })

  test('keeps what else is known of a branch without a name', () => {
    const { ledgers, problems } = takeIn({
      '甲镇/乙村党支部.yaml': `支部: {领域: 农村, 书记: 王建国}\n组织生活:\n${MEETING}`,
    })
    expect(plain(ledgers[0]?.branch)).toMatchObject({
      name: '乙村党支部',
      scene: '农村',
      secretaries: [{ name: '王建国' }],
    })
    expect(told(problems)).toEqual(['info guessed-branch 1:5'])
  })

  test('may be a bare list of records, which may name their branches', () => {
    const { ledgers, problems } = takeIn({
      '甲支部.yaml': '- {类型: 党课, 日期: 2026-01-05}\n- {支部: 乙支部, 类型: 党课, 日期: 2026-01-06}\n',
    })
    expect(ledgers.map(({ branch, records, origins }) => [branch.id, records.length, ...origins])).toEqual([
      ['乙支部', 1, 'yaml'],
      ['甲支部', 1, 'yaml'],
    ])
    expect(told(problems)).toEqual(['info guessed-branch 1:1'])
  })

  test('may be one record', () => {
    const { ledgers } = takeIn({ '甲支部.yaml': '类型: 党课\n日期: 2026-01-05\n主讲人: 王建国\n' })
    expect(ledgers.map(({ branch, records }) => [branch.id, records[0]?.key])).toEqual([['甲支部', '2026-01-05 党课']])
  })

  test('that is no ledger is told', () => {
    expect(told(takeIn('version: 3\nservices: {}\n').problems)).toEqual(['warning no-ledger 1:1'])
    expect(told(takeIn('随便写的一段话\n').problems)).toEqual(['warning no-ledger 1:1'])
  })

  test('that is empty is told', () => {
    expect(told(takeIn('').problems)).toEqual(['info empty-file 1:1'])
    expect(told(takeIn('# 只有注释\n').problems)).toEqual(['info empty-file 1:1'])
  })

  test('with a broken record keeps the others and counts the broken one', () => {
    const { parts, ledgers, problems } = takeIn(`支部: 甲支部
组织生活:
${MEETING}  - {类型: 党课, 日期: 2026-04-12
`)
    expect(ledgers[0]?.records.map(({ key }) => key)).toEqual(['2026-03-12 党员大会'])
    expect(parts[0]).toMatchObject({ rows: 2, records: 1, rejected: 1 })
    expect(told(problems)).toEqual(['error unclosed-bracket 4:5'])
  })

  test('with a full-width colon is read as it is meant, which is told', () => {
    const { parts, ledgers, problems } = takeIn(`支部: 甲支部
组织生活:
  - 类型: 党课
    日期：2026-04-12
    地点: 会议室
`)
    expect(ledgers[0]?.records.map(({ key, place }) => [key, place?.value])).toEqual([['2026-04-12 党课', '会议室']])
    expect(parts[0]).toMatchObject({ rows: 1, records: 1, rejected: 0 })
    expect(told(problems)).toEqual(['info wide-colon 4:7'])
    expect(problems[0]?.message).toBe(
      '第4行「日期」后面是全角冒号（：）；请改成半角冒号加一个空格，写成“日期: …”；这里已按改正后的写法读取',
    )
  })

  test('with a field written twice takes the first and tells both', () => {
    const { ledgers, problems } = takeIn(
      '支部: 甲支部\n组织生活:\n  - 类型: 党课\n    日期: 2026-01-05\n    日期: 2026-01-06\n',
    )
    expect(ledgers[0]?.records[0]?.date?.value).toBe('2026-01-05')
    expect(plain(ledgers[0]?.records[0]?.others)).toEqual({ 日期: '2026-01-06' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      code: 'duplicate-key',
      message: '「日期」写了两次（第4行和第5行），按第4行的读取；请只留一处',
      evidence: [{ line: 5, column: 5 }],
    })
  })

  test('with a list written twice reads both and says so', () => {
    const { ledgers, problems } = takeIn(
      '支部: 甲支部\n组织生活:\n  - {类型: 党课, 日期: 2026-01-05}\n组织生活:\n  - {类型: 党课, 日期: 2026-04-05}\n',
    )
    expect(ledgers[0]?.records.map(({ key }) => key)).toEqual(['2026-01-05 党课', '2026-04-05 党课'])
    expect(told(problems)).toEqual(['info duplicate-key 4:1'])
    expect(problems[0]?.message).toBe('「组织生活」写了两次（第2行和第4行），两处都已读取；请合在一处')
  })

  test('with a field written twice, and nothing the first time, takes the second', () => {
    const { ledgers, problems } = takeIn('支部: 甲支部\n组织生活:\n  - 类型: 党课\n    日期:\n    日期: 2026-01-06\n')
    expect(ledgers[0]?.records[0]?.date?.value).toBe('2026-01-06')
    expect(problems.map(({ message }) => message)).toEqual([
      '「日期」写了两次（第4行和第5行），按第5行的读取；请只留一处',
    ])
  })

  test('with a misspelt field is read, and the guess told', () => {
    const { ledgers, problems } = takeIn('支部: 甲支部\n组织生活:\n  - {类型: 党课, 日期: 2026-01-05, 实到人数人: 3}\n')
    expect(ledgers[0]?.records[0]?.attendance.present?.number?.value).toBe(3)
    expect(told(problems)).toEqual(['info guessed-header 3:30'])
  })

  test('accounts for entries that are none', () => {
    const { parts, problems } = takeIn(`支部: 甲支部\n组织生活:\n${MEETING}  -\n  - 开了一次会\n  - {地点: 会议室}\n`)
    expect(parts[0]).toMatchObject({ rows: 4, records: 1, rejected: 2, passedOver: 1 })
    expect(told(problems)).toEqual(['info blank-entry 3:3', 'error no-record 5:5', 'error no-record 6:5'])
  })
})

describe('registers', () => {
  const { ledgers, problems } = takeIn(`支部: 甲支部
专项台账:
  谈心谈话:
    - {日期: 2026-05-06, 人员: [王建国], 对象: [张三, 李四], 内容: 了解家庭情况, 结果: 已解决}
  双报到:
    - {日期: 2026-03-05, 人员: [赵敏], 对象: [杏园社区], 内容: 文明劝导, 时长: 120}
  培训学时登记:
    - {日期: 2026-03-28, 人员: [王建国, 赵敏], 内容: 集中培训, 学时: 8}
  党费: []
`)

  test('are read by kind, the empty ones too', () => {
    expect(ledgers[0]?.registers).toEqual(['党费', '双报到', '培训学时', '谈心谈话'])
    expect(told(problems)).toEqual([])
  })

  test('have entries with people, counterparts and hours', () => {
    const entries = ledgers[0]?.records.map(
      ({ key, register, people, counterparts, content, result, duration, hours }) =>
        plain({ key, register, people, counterparts, content, result, duration, hours }),
    )
    expect(entries).toEqual([
      {
        key: '2026-03-05 双报到',
        register: '双报到',
        people: ['赵敏'],
        counterparts: ['杏园社区'],
        content: '文明劝导',
        duration: 120,
      },
      {
        key: '2026-03-28 培训学时',
        register: '培训学时',
        people: ['王建国', '赵敏'],
        counterparts: [],
        content: '集中培训',
        hours: 8,
      },
      {
        key: '2026-05-06 谈心谈话',
        register: '谈心谈话',
        people: ['王建国'],
        counterparts: ['张三', '李四'],
        content: '了解家庭情况',
        result: '已解决',
      },
    ])
  })
})

describe('a table', () => {
  const HEADER =
    '支部,会议类型,会议日期,时间,地点,主持人,记录人,应到人数,实到人数,缺席人员及原因,会议议题,议定事项,党课题目,主讲人,讲稿,录入时间\n'

  test('makes records of its rows', () => {
    const { ledgers, problems } = takeIn({
      'a.csv': `${HEADER}甲支部,党员大会,2026年3月12日（星期四）,14:30-16:00,会议室,王建国,李秀英,35,33,张三（住院）、李四,"1.学习党章\n2.研究经费",,,,,2026-03-13\n`,
    })
    expect(problems).toEqual([])
    expect(plain(ledgers[0]?.records)).toMatchObject([
      {
        key: '2026-03-12 党员大会',
        statedWeekday: 4,
        time: { start: 870, end: 960 },
        attendance: {
          due: { number: 35 },
          present: { number: 33 },
          leave: { list: [{ name: '张三', reason: '住院' }] },
          absent: { list: [{ name: '李四' }] },
        },
        agenda: [{ content: '学习党章' }, { content: '研究经费' }],
        enteredOn: '2026-03-13',
      },
    ])
    expect(ledgers[0]?.records[0]?.agenda.map(({ at }) => [at.line, at.column])).toEqual([
      [2, 69],
      [3, 3],
    ])
    expect(ledgers[0]).toMatchObject({ origins: ['table'] })
    expect(ledgers[0]?.members).toBeUndefined()
  })

  test('joins the YAML of the same branch', () => {
    const { ledgers } = takeIn({
      'a.csv': `${HEADER}甲支部,党课,2026-02-03,,,,,,,,,,,,,\n`,
      'b.yaml': `支部: 甲支部\n组织生活:\n${MEETING}`,
    })
    expect(ledgers.map(({ origins, records }) => [...origins, records.length])).toEqual([['yaml', 'table', 2]])
  })

  test('may be a sheet of a workbook', () => {
    const rows = [
      ['支部', '会议类型', '会议日期', '应到人数'],
      ['甲支部', '党员大会', '46093', '35'],
    ]
    const workbook = { sheets: [{ name: '台账', rows, merges: [] }], hidden: [] }
    const file = { path: 'a.xlsx', bytes: new Uint8Array(), workbook }
    const { branches, problems } = readFile(file, builtinIntakeSettings(rulesFiles))
    expect(problems).toEqual([])
    expect(branches[0]?.records[0]).toMatchObject({
      date: { value: '2026-03-12', at: { file: 'a.xlsx', sheet: '台账', cell: 'C2' } },
      attendance: { due: { number: { value: 35 } } },
    })
  })

  test('says in which sheet a record stands that is there twice', () => {
    const rows = [
      ['支部', '会议类型', '会议日期'],
      ['甲支部', '党员大会', '2026-03-12'],
    ]
    const workbook = { sheets: ['一', '二'].map((name) => ({ name, rows, merges: [] })), hidden: [] }
    const file = { path: 'a.xlsx', bytes: new Uint8Array(), workbook }
    const { branches } = readFile(file, builtinIntakeSettings(rulesFiles))
    expect(joinLedgers(branches).problems.map(({ message }) => message)).toEqual([
      '「2026-03-12 党员大会」与工作表「一」第2行的一条完全相同，只计一次；请删去重复的一条',
    ])
  })

  test('may hold entries of registers', () => {
    const { ledgers } = takeIn({ 'a.csv': '支部,类型,日期,谈话人,谈话对象\n甲支部,谈心谈话,2026-02-03,王建国,张三\n' })
    expect(plain(ledgers[0]?.records)).toMatchObject([
      { register: '谈心谈话', people: ['王建国'], counterparts: ['张三'] },
    ])
    expect(ledgers[0]?.registers).toEqual(['谈心谈话'])
  })
})

describe('laws', () => {
  const settings = builtinIntakeSettings(rulesFiles)
  const encoder = new TextEncoder()
  const read = (path: string, text: string) => readFile({ path, bytes: encoder.encode(text) }, settings)

  const value = fc.oneof(
    fc.constantFrom(
      '党员大会',
      '2026-03-12',
      '3月12日',
      '35人',
      '应到35人，实到33人',
      '张三（请假）',
      '无',
      '',
      '1.学 2.做',
      '[张三, 李四]',
      '{a: b}',
      '"x"',
      '14:30-16:00',
    ),
    fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)),
  )
  const key = fc.constantFrom(
    '类型',
    '日期',
    '时间',
    '主题',
    '应到',
    '实到',
    '请假',
    '缺席',
    '议题',
    '议定事项',
    '记录',
    '讲稿',
    '表决',
    '发言',
    '评议结果',
    '补开',
    '党小组',
    '列席',
    '怪字段',
    '内容',
    '状态',
  )
  const entry = fc.oneof(
    fc
      .uniqueArray(fc.tuple(key, value), { maxLength: 8, selector: ([one]) => one })
      .map((pairs) => `{${pairs.map(([k, v]) => `${k}: ${v}`).join(', ')}}`),
    fc.constantFrom('', '一句话', '[]', '~', '日期：2026-01-01'),
  )
  const ledger = fc
    .tuple(
      fc.constantFrom('甲支部', '乙支部', '{名称: 甲支部, 编号: A-1}', '{领域: 社区}', ''),
      fc.array(entry, { maxLength: 6 }),
    )
    .map(([branch, entries]) => `支部: ${branch}\n组织生活:\n${entries.map((one) => `  - ${one}\n`).join('')}`)

  test('rows = records + rejected + passed over', () => {
    fc.assert(
      fc.property(ledger, (text) => {
        const { rows, records, rejected, passedOver, branches } = read('a.yaml', text)
        expect(records + rejected + passedOver).toBe(rows)
        expect(branches.reduce((sum, one) => sum + one.records.length, 0)).toBe(records)
      }),
    )
  })

  test('the order of files is of no account', () => {
    fc.assert(
      fc.property(fc.array(ledger, { minLength: 2, maxLength: 4 }), (texts) => {
        const readings = texts.flatMap((text, at) => read(`${at}.yaml`, text).branches)
        expect(joinLedgers([...readings].reverse())).toEqual(joinLedgers(readings))
      }),
    )
  })

  test('keys are unique in their ledger', () => {
    fc.assert(
      fc.property(ledger, (text) => {
        for (const { records } of joinLedgers(read('a.yaml', text).branches).ledgers) {
          expect(new Set(records.map((record) => record.key)).size).toBe(records.length)
        }
      }),
    )
  })

  test('no bytes throw, and whatever is lost is told', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('a.yaml', 'a.csv', 'a.tsv', 'a.xlsx', 'a'),
        (bytes, path) => {
          const { branches, problems } = readFile({ path, bytes }, settings)
          if (branches.length === 0) expect(problems).not.toEqual([])
        },
      ),
    )
  })

  test('no text throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (text) => void joinLedgers(read('a.yaml', text).branches),
      ),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'支部:：- \n[]{}"\'日期类型1,#|&*'), maxLength: 60 }),
        (text) => void read('a.yaml', text),
      ),
    )
  })

  test('every problem points into its file and is told in a sentence', () => {
    fc.assert(
      fc.property(ledger, (text) => {
        for (const { message, evidence } of read('a.yaml', text).problems) {
          expect(evidence[0]).toMatchObject({ file: 'a.yaml' })
          expect(message).toMatch(/[\p{Script=Han}\d）”」]$/u)
        }
      }),
    )
  })
})
