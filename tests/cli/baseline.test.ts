import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { taizhang } from './program.ts'
import { Repository } from './repository.ts'
import { check, found, ledger, project, reportOf } from './small-project.ts'

const BASELINE = 'taizhang-baseline.json'
const WANTING = ledger('杏园社区第二党支部', ['2026-03-12', '2026-09-10'])
const AGAINST = ['--baseline', BASELINE, '--format', 'json']

function baseline(cwd: string, args: readonly string[] = []) {
  return taizhang(['baseline', '--as-of', '2026-10-31', ...args], { cwd })
}

/** Two branches, each without its meeting of the second quarter, and a baseline that knows both. */
function known(): { cwd: string; read: () => string; write: (path: string, text: string) => void } {
  const cwd = project({ '台账/a.yaml': WANTING, '台账/b.yaml': WANTING.replace('第二', '第三') })
  expect(baseline(cwd).code).toBe(0)
  return {
    cwd,
    read: () => readFileSync(join(cwd, BASELINE), 'utf8'),
    write: (path, text) => writeFileSync(join(cwd, path), text),
  }
}

describe('taizhang baseline', () => {
  test('writes one finding a line by branch, rule and subject, with no line, day or count', () => {
    const { read } = known()
    const lines = read().split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toMatch(
      /^\{"branch":"杏园社区第三党支部","rule":"test\/assembly","subject":"2026Q2","id":"[0-9a-f]{16}"\},$/u,
    )
    expect(lines[2]).toMatch(/^\{"branch":"杏园社区第二党支部"/u)
  })

  test('writes where it is told to, never over a ledger, and a second time the same', () => {
    const cwd = project({ '台账/a.yaml': WANTING })
    const { code, stdout, stderr } = baseline(cwd, ['-o', '基线/a.json'])
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: '已写入 基线/a.json：1 个支部，已有问题 1 项\n',
    })
    const before = readFileSync(join(cwd, '基线/a.json'), 'utf8')
    baseline(cwd, ['-o', '基线/a.json', '--quiet'])
    expect(readFileSync(join(cwd, '基线/a.json'), 'utf8')).toBe(before)
    expect(baseline(cwd, ['-o', '台账/a.yaml'])).toMatchObject({ code: 2 })
  })

  test.each([
    ['one branch', ['--branch', '杏园社区第二党支部']],
    ['one file', ['台账/a.yaml']],
  ])('of %s takes nobody else out of one that is there', (_, args) => {
    const { cwd, read } = known()
    const before = read()
    expect(baseline(cwd, args)).toMatchObject({ code: 2, stdout: '' })
    expect(read()).toBe(before)
    expect(baseline(cwd, [...args, '-o', 'b.json']).stderr).toBe('已写入 b.json：1 个支部，已有问题 1 项\n')
  })

  test('is no ledger, whatever it is called', () => {
    const cwd = project({ '台账/a.yaml': WANTING })
    baseline(cwd, ['-o', '台账/基线.yaml'])
    const report = reportOf(check(cwd, ['--baseline', '台账/基线.yaml', '--format', 'json']))
    expect(report.summary.intake.files).toBe(1)
    expect(report.intake).toEqual([])
    expect(report.baseline).toEqual({ known: 1, mended: 0 })
  })
})

describe('two branches of a repository that prune the baseline', () => {
  test('merge without a conflict, where Git is told to keep the lines of both', () => {
    const { cwd, read, write } = known()
    write('.gitattributes', `${BASELINE} merge=union\n`)
    const repository = new Repository(cwd)
    repository.commit('台账')
    for (const [branch, path, name] of [
      ['二', '台账/a.yaml', '杏园社区第二党支部'],
      ['三', '台账/b.yaml', '杏园社区第三党支部'],
    ] as const) {
      repository.git('checkout', '--quiet', '-b', branch, 'main')
      write(path, ledger(name))
      expect(check(cwd, AGAINST).code).toBe(0)
      repository.commit(branch)
    }
    repository.git('merge', '--quiet', '-m', '合并', '二')
    const run = check(cwd, AGAINST)
    expect(run.code).toBe(0)
    expect(found(reportOf(run))).toEqual([])
    expect(read()).toBe('{"schemaVersion":1,"findings":[]}\n')
  })
})

describe('check --baseline', () => {
  test('a score counts what the baseline knows, and the report says so', () => {
    const { cwd, write } = known()
    const rulebook = readFileSync(join(cwd, 'our-rules.yaml'), 'utf8')
    write('our-rules.yaml', rulebook.replace('severity: error', 'severity: error\n    score: 4'))
    const scores = (args: readonly string[]) =>
      reportOf(check(cwd, ['--score', '--format', 'json', ...args])).branches.map(({ score }) => score)
    expect(scores([])).toEqual([96, 96])
    expect(scores(['--baseline', BASELINE])).toEqual([96, 96])
    expect(check(cwd, ['--score', '--baseline', BASELINE]).stdout.replaceAll(/\n +/gu, '')).toContain(
      '基线中已有的 2 项不再列出，另有 0 项已不再出现；得分仍按全部问题计算',
    )
  })

  test('reports only what is new: findings, tallies, list and exit code', () => {
    const { cwd, write } = known()
    const before = check(cwd, AGAINST)
    expect(before.code).toBe(0)
    expect(reportOf(before)).toMatchObject({
      summary: { branches: 2, findings: { error: 0, warning: 0, info: 0 } },
      rectification: [],
      baseline: { known: 2, mended: 0 },
    })
    write('台账/a.yaml', ledger('杏园社区第二党支部', ['2026-03-12']))
    const after = check(cwd, AGAINST)
    expect(after.code).toBe(1)
    expect(found(reportOf(after))).toEqual(['杏园社区第二党支部 2026Q3'])
    expect(reportOf(after)).toMatchObject({
      summary: { findings: { error: 1 } },
      rectification: [{ no: 1, branch: '杏园社区第二党支部' }],
      baseline: { known: 2, mended: 0 },
    })
  })

  test('as many findings as before, but others, are not the same', () => {
    const { cwd, write } = known()
    write('台账/a.yaml', ledger('杏园社区第二党支部', ['2026-03-12', '2026-06-11']))
    const run = check(cwd, AGAINST)
    expect(run.code).toBe(1)
    expect(found(reportOf(run))).toEqual(['杏园社区第二党支部 2026Q3'])
    expect(reportOf(run).baseline).toEqual({ known: 1, mended: 1 })
  })

  test('prunes what is mended, and adds nothing', () => {
    const { cwd, read, write } = known()
    write('台账/a.yaml', ledger('杏园社区第二党支部', ['2026-03-12', '2026-06-11']))
    const { stderr } = check(cwd, AGAINST)
    expect(stderr).toBe(`基线中已有的问题 1 项，不再列出；已不再出现的 1 项\n已从基线 ${BASELINE} 中去掉 1 项\n`)
    expect(read().split('\n').slice(1, -2)).toEqual([expect.stringContaining('杏园社区第三党支部')])
    write('台账/a.yaml', WANTING)
    expect(found(reportOf(check(cwd, AGAINST)))).toEqual(['杏园社区第二党支部 2026Q2'])
  })

  test('where it cannot be written, the check is what it is', () => {
    const { cwd, write } = known()
    write('台账/a.yaml', ledger('杏园社区第二党支部'))
    // No other file beside it can have a longer name yet.
    const path = `${'b'.repeat(245)}.json`
    renameSync(join(cwd, BASELINE), join(cwd, path))
    const run = check(cwd, ['--baseline', path, '--format', 'json'])
    expect(run.code).toBe(0)
    expect(reportOf(run).baseline).toEqual({ known: 1, mended: 1 })
    expect(run.stderr).toContain(
      '无法写入（文件名太长，连扩展名请缩短到 80 个汉字以内），其中 1 项还没有去掉，不影响这次检查',
    )
  })

  test.each(['pretty', 'markdown'])('%s says how many are known and mended', (format) => {
    const { cwd, write } = known()
    write('台账/a.yaml', ledger('杏园社区第二党支部'))
    const { stdout } = check(cwd, ['--baseline', BASELINE, '--format', format])
    expect(stdout).toContain('基线中已有的 1 项不再列出，另有 1 项已不再出现')
  })

  test.each([
    ['one branch', ['--branch', '杏园社区第二党支部']],
    ['other rules', ['--rules', './our-rules.yaml']],
    ['a period of its own', ['--period', '2026']],
    ['one file', ['台账/a.yaml']],
  ])('a run of %s prunes nothing', (_, args) => {
    const { cwd, read, write } = known()
    const before = read()
    write('台账/a.yaml', ledger('杏园社区第二党支部'))
    check(cwd, [...AGAINST, ...args])
    expect(read()).toBe(before)
  })

  test('what lies outside the period is out of sight, not mended', () => {
    const { cwd, read } = known()
    const before = read()
    const run = taizhang(['check', '--as-of', '2027-01-20', ...AGAINST], { cwd })
    expect(reportOf(run).baseline).toEqual({ known: 0, mended: 0 })
    expect(read()).toBe(before)
  })

  test('a lost file is no mended one', () => {
    const { cwd, read, write } = known()
    const before = read()
    write('台账/a.yaml', '支部: {名称: 杏园社区第二党支部\n组织生活:\n')
    const run = check(cwd, AGAINST)
    expect(run.code).toBe(1)
    expect(reportOf(run).baseline?.mended).toBe(0)
    expect(read()).toBe(before)
  })

  test('a branch that is gone is gone from the baseline', () => {
    const { cwd, read } = known()
    rmSync(join(cwd, '台账/a.yaml'))
    expect(reportOf(check(cwd, AGAINST)).baseline).toEqual({ known: 1, mended: 1 })
    expect(read()).not.toContain('第二')
  })

  test.each([
    [
      '{"schemaVersion":1,"findings":[{"branch":"a"}]}\n',
      'b.json:1 不是 taizhang baseline 写出的基线：“findings → 0 → rule”：缺少这一项',
    ],
    [
      '{"schemaVersion":2,"findings":[]}\n',
      'b.json:1 不是 taizhang baseline 写出的基线：“schemaVersion”：只能是 1 之一',
    ],
    ['{"schemaVersion":1,"findings":[\n<<<<<<< HEAD\n]}\n', '基线文件里留有合并冲突的标记'],
    ['{"schemaVersion":1,"findings":[\n', 'b.json:'],
  ])('%j is none: exit 2 in plain words', (text, message) => {
    const cwd = project({ '台账/a.yaml': WANTING, 'b.json': text })
    const { code, stdout, stderr } = check(cwd, ['--baseline', 'b.json'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  test('the lines of both sides of a merge do, with a comma missing and one twice', () => {
    const { cwd, read, write } = known()
    const [head = '', third = '', second = '', ...end] = read().split('\n')
    write(BASELINE, [head, third.replace(/,$/u, ''), second, third.replace(/,$/u, ''), ...end].join('\n'))
    expect(reportOf(check(cwd, AGAINST)).baseline).toEqual({ known: 2, mended: 0 })
  })

  test('one that is not there is told with what to do', () => {
    const cwd = project({ '台账/a.yaml': WANTING })
    const { code, stderr } = check(cwd, ['--baseline', 'b.json'])
    expect(code).toBe(2)
    expect(stderr).toContain('基线文件不存在或无法读取，请核对路径；还没有基线的，先用 taizhang baseline 写一份')
  })
})

describe('a branch that goes by another name since the baseline', () => {
  const DATES = ['2026-03-12', '2026-09-10']
  const OLD = '杏园社区第二党支部'
  const NEW = '杏园社区第五党支部'

  /** A ledger that lacks the second quarter's meeting, of a branch with these fields. */
  const as = (fields: string) => ledger('x', DATES).replace('{名称: x}', `{${fields}}`)

  /** What is new against a baseline of the one branch `OLD`, when the folder holds these ledgers. */
  function newIn(ledgers: readonly string[], args: readonly string[] = []) {
    const cwd = project({ '台账/0.yaml': ledger(OLD, DATES) })
    new Repository(cwd).commit('台账')
    expect(baseline(cwd).code).toBe(0)
    new Repository(cwd).commit('基线')
    for (const [index, text] of ledgers.entries()) writeFileSync(join(cwd, `台账/${index}.yaml`), text)
    const report = reportOf(check(cwd, [...AGAINST, ...args]))
    return { new: found(report), ...report.baseline }
  }

  test.each([
    ['is renamed and names the former one', `名称: ${NEW}, 曾用名: ${OLD}`],
    ['is given a 编号', `名称: ${OLD}, 编号: XY-02`],
    ['is renamed and given a 编号', `名称: ${NEW}, 编号: XY-02, 曾用名: [${OLD}, 青松居委会党支部]`],
  ])('%s: what is known stays known', (_, fields) => {
    expect(newIn([as(fields)])).toMatchObject({ new: [], known: 1, mended: 0 })
    expect(newIn([as(fields)], ['--baseline-from', 'main'])).toMatchObject({ new: [], known: 1 })
    const other = ledger('杏园社区第一党支部', DATES)
    expect(newIn([as(fields), other])).toMatchObject({ new: ['杏园社区第一党支部 2026Q2'], known: 1 })
  })

  test('that is not known to be the same one is new', () => {
    expect(newIn([as(`名称: ${NEW}`)])).toMatchObject({ new: [`${NEW} 2026Q2`], known: 0, mended: 1 })
  })

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'another that still goes by that name',
      [as(`名称: ${OLD}, 编号: XY-01`), as(`名称: ${NEW}, 编号: XY-02, 曾用名: ${OLD}`)],
      [`${OLD} 2026Q2`, `${NEW} 2026Q2`],
    ],
    [
      'another that also went by that name',
      [as(`名称: 杏园社区第六党支部, 编号: XY-01, 曾用名: ${OLD}`), as(`名称: ${NEW}, 编号: XY-02, 曾用名: ${OLD}`)],
      ['杏园社区第六党支部 2026Q2', `${NEW} 2026Q2`],
    ],
  ])('is not taken for %s', (_, ledgers, news) => {
    expect(newIn(ledgers)).toMatchObject({ new: news, known: 0 })
  })

  test('is not taken for one that may stand in a ledger that was not brought', () => {
    const args = ['台账/0.yaml']
    expect(newIn([as(`名称: ${NEW}, 曾用名: ${OLD}`), ledger('甲党支部')], args)).toMatchObject({
      new: [`${NEW} 2026Q2`],
      known: 0,
      mended: 0,
    })
  })

  test('stands under its new name in the baseline once something is taken out', () => {
    const cwd = project({ '台账/0.yaml': ledger(OLD, DATES), '台账/1.yaml': ledger('甲党支部', DATES) })
    baseline(cwd)
    writeFileSync(join(cwd, '台账/0.yaml'), as(`名称: ${NEW}, 曾用名: ${OLD}`))
    writeFileSync(join(cwd, '台账/1.yaml'), ledger('甲党支部'))
    expect(reportOf(check(cwd, AGAINST)).baseline).toEqual({ known: 1, mended: 1 })
    const kept = readFileSync(join(cwd, BASELINE), 'utf8')
    expect(kept).toContain(`{"branch":"${NEW}","rule":"test/assembly","subject":"2026Q2"`)
    expect(kept).not.toContain(OLD)
    writeFileSync(join(cwd, '台账/0.yaml'), as(`名称: ${NEW}`))
    expect(reportOf(check(cwd, AGAINST)).baseline).toEqual({ known: 1, mended: 0 })
  })
})

describe('check --baseline-from', () => {
  const FROM_MAIN = [...AGAINST, '--baseline-from', 'main']

  /** The two branches with their baseline on `main`. */
  function committed() {
    const there = known()
    const repository = new Repository(there.cwd)
    repository.commit('台账和基线')
    return { ...there, repository }
  }

  test('what a change adds to the baseline excuses nothing in it, and stays there for the time after', () => {
    const { cwd, read, write } = committed()
    write('台账/a.yaml', ledger('杏园社区第二党支部', ['2026-03-12']))
    baseline(cwd)
    const before = read()
    expect(check(cwd, AGAINST).code).toBe(0)
    const run = check(cwd, FROM_MAIN)
    expect(run).toMatchObject({ code: 1, stderr: '基线中已有的问题 2 项，不再列出；已不再出现的 0 项\n' })
    const report = reportOf(run)
    expect(found(report)).toEqual(['杏园社区第二党支部 2026Q3'])
    expect(report.baseline).toEqual({ known: 2, mended: 0 })
    expect(report.intake).toEqual([
      {
        code: 'uncounted-baseline',
        severity: 'info',
        message: '基线以“main”为准，这里有 1 项是那里没有的，这次不算数',
        evidence: [{ file: BASELINE, line: 1, column: 1, excerpt: '' }],
      },
    ])
    expect(read()).toBe(before)
  })

  test('a baseline that the change is the first to bring counts once it is merged', () => {
    const cwd = project({ '台账/a.yaml': WANTING })
    const repository = new Repository(cwd)
    repository.commit('台账')
    baseline(cwd)
    const run = check(cwd, FROM_MAIN)
    expect(run.code).toBe(1)
    expect(reportOf(run).intake.map(({ message }) => message)).toEqual([
      '基线以“main”为准，那里还没有这份基线，这里的 1 项这次都不算数',
    ])
    repository.commit('基线')
    expect(check(cwd, FROM_MAIN)).toMatchObject({ code: 0 })
  })

  test('the baseline of the change is pruned, never the one of the commit brought back', () => {
    const { cwd, read, write } = committed()
    write('台账/a.yaml', ledger('杏园社区第二党支部'))
    const run = check(cwd, FROM_MAIN)
    expect(run.stderr).toBe(`基线中已有的问题 1 项，不再列出；已不再出现的 1 项\n已从基线 ${BASELINE} 中去掉 1 项\n`)
    const pruned = read()
    expect(pruned).not.toContain('第二')
    const again = check(cwd, FROM_MAIN)
    expect(again).toMatchObject({ code: 0, stderr: '基线中已有的问题 1 项，不再列出；已不再出现的 0 项\n' })
    expect(reportOf(again).intake).toEqual([])
    expect(read()).toBe(pruned)

    write('台账/a.yaml', WANTING)
    expect(found(reportOf(check(cwd, FROM_MAIN))), 'what the change has taken out is new again').toEqual([
      '杏园社区第二党支部 2026Q2',
    ])
  })

  test('a broken one of the commit does not count and can be mended, a broken one of the change is refused', () => {
    const { cwd, repository, write, read } = committed()
    const sound = read()
    write(BASELINE, '{"schemaVersion":1,"findings":[\n<<<<<<< HEAD\n]}\n')
    repository.commit('写坏的基线')
    expect(check(cwd, FROM_MAIN)).toMatchObject({ code: 2, stdout: '' })
    write(BASELINE, sound)
    const run = check(cwd, FROM_MAIN)
    expect(run.code).toBe(1)
    expect(reportOf(run).intake).toMatchObject([
      {
        code: 'bad-baseline',
        severity: 'warning',
        message: expect.stringMatching(/^“main”里的基线有误，不算数：基线文件里留有合并冲突的标记/u),
      },
    ])
  })

  test('is found in the commit from any folder, and where it is a link', () => {
    const { cwd, repository } = committed()
    mkdirSync(join(cwd, '基线'))
    renameSync(join(cwd, BASELINE), join(cwd, '基线/全部.json'))
    symlinkSync('基线/全部.json', join(cwd, BASELINE))
    repository.commit('搬到文件夹里')
    const args = ['--baseline', `../${BASELINE}`, '--baseline-from', 'main', '--format', 'json']
    expect(reportOf(check(join(cwd, '台账'), args))).toMatchObject({ baseline: { known: 2 }, intake: [] })
  })

  test('merge takes it, and says what an unsharded run says', () => {
    const { cwd, write } = committed()
    write('台账/a.yaml', ledger('杏园社区第二党支部', ['2026-03-12']))
    baseline(cwd)
    const shard = check(cwd, ['--shard', '1/1', '-o', 'part.json', '--baseline-from', 'main'])
    expect(shard.stderr).toBe('错误：用 --shard 时没有报告，--baseline-from 请写在 taizhang merge 后面\n')
    check(cwd, ['--shard', '1/1', '-o', 'part.json'])
    expect(taizhang(['merge', 'part.json', ...FROM_MAIN], { cwd })).toEqual(check(cwd, FROM_MAIN))
  })

  test.each<[string, readonly string[], string]>([
    [
      'a commit that is not there',
      FROM_MAIN.with(-1, 'origin/main'),
      'Git 仓库里没有“origin/main”这个提交、分支或标签',
    ],
    ['no baseline named', ['--baseline-from', 'main'], '请同时用 --baseline 写明基线文件'],
    ['a baseline that is not there any more', ['--baseline', 'b.json', '--baseline-from', 'main'], '基线文件不存在'],
  ])('%s is told with what to do', (_, args, message) => {
    const { cwd } = committed()
    const run = check(cwd, args)
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain(message)
  })

  test('outside a repository it cannot be done', () => {
    const { cwd } = known()
    const run = check(cwd, FROM_MAIN, { env: { GIT_CEILING_DIRECTORIES: '/' } })
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(/^错误：这里不是 Git 仓库，不能用这个选项；/u)
  })
})
