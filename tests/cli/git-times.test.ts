import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'
import { taizhang } from './program.ts'
import { type CommitDates, Repository } from './repository.ts'
import { reportOf } from './small-project.ts'

const CONFIG = 'ledgers: 台账\n'
const HEAD = '支部: {名称: 甲党支部}\n组织生活:\n'

function meeting(date: string, more: readonly string[] = []): string {
  return [`  - 类型: 支委会`, `    日期: ${date}`, `    实到: 3`, ...more.map((line) => `    ${line}`), ''].join('\n')
}

const FIRST = meeting('2026-03-02', ['录入: 2026-03-02'])

/** A repository with a first commit of its own, so that none of the test's is the root. */
function repository() {
  const cwd = folderWith({ 'taizhang.yaml': CONFIG, '台账/a.yaml': HEAD + FIRST })
  const git = new Repository(cwd)
  git.commit('开始', { author: '2026-01-05' })
  return {
    cwd,
    git,
    write: (text: string, path = '台账/a.yaml') => writeFileSync(join(cwd, path), text),
    commit: (text: string, dates: CommitDates, path = '台账/a.yaml') => {
      writeFileSync(join(cwd, path), text)
      git.commit('更新', dates)
    },
    late: (...args: readonly string[]) => {
      const run = taizhang(['check', '--as-of', '2026-06-30', '--format', 'json', ...args], { cwd })
      const report = reportOf(run)
      return report.branches.flatMap(({ findings }) =>
        findings
          .filter(({ rule }) => rule === 'record/late')
          .map(({ subject, severity, message }) => ({ subject, severity, message })),
      )
    },
  }
}

test('what Git told at a commit is kept, and asked for anew after the next one or an edit', () => {
  const { commit, late, write } = repository()
  const twoLate = HEAD + FIRST + meeting('2026-04-14')
  commit(twoLate, { author: '2026-04-20' })
  const first = late()
  expect(first).toHaveLength(1)
  expect(late()).toEqual(first)
  write(twoLate.replace('日期: 2026-04-14', '日期: 2026-04-15'))
  expect(late()).toEqual([])
  commit(twoLate + meeting('2026-05-12'), { author: '2026-05-19' })
  expect(late().map(({ subject }) => subject)).toEqual(['2026-04-14 支委会', '2026-05-12 支委会'])
})

test('each of several repositories is asked, also from the folder above them', () => {
  const cwd = folderWith({
    '甲/a.yaml': HEAD + FIRST,
    '乙/b.yaml': HEAD.replace('甲', '乙') + FIRST,
    '丙/c.yaml': HEAD.replace('甲', '丙') + FIRST,
  })
  for (const [name, file] of [
    ['甲', 'a.yaml'],
    ['乙', 'b.yaml'],
  ] as const) {
    const git = new Repository(join(cwd, name))
    git.commit('开始', { author: '2026-01-05' })
    const path = join(cwd, name, file)
    writeFileSync(path, readFileSync(path, 'utf8') + meeting('2026-04-14'))
    git.commit('更新', { author: '2026-04-20' })
  }
  const late = (...paths: readonly string[]) => {
    const given = ['check', ...paths, '--as-of', '2026-06-30', '--format', 'json']
    return reportOf(taizhang(given, { cwd })).branches.flatMap(({ name, findings }) =>
      findings.some(({ rule }) => rule === 'record/late') ? [name] : [],
    )
  }
  expect(late('.')).toEqual(['乙党支部', '甲党支部'])
  expect(late('丙', '乙', '甲/a.yaml')).toEqual(['乙党支部', '甲党支部'])
})

describe('what Git was not asked or cannot tell', () => {
  const told = (cwd: string, ...args: readonly string[]) =>
    taizhang(['check', '--as-of', '2026-06-30', '--fail-on', 'never', ...args], { cwd }).stderr

  test('a clone without its past is told, unless Git is of no account', () => {
    const { cwd, git, commit } = repository()
    commit(HEAD + FIRST + meeting('2026-03-12'), { author: '2026-03-20' })
    expect(told(cwd)).toBe('')
    const clone = folderWith({})
    git.git('clone', '--quiet', '--depth', '1', `file://${cwd}`, join(clone, '浅'))
    expect(told(join(clone, '浅'))).toContain('没有取完整历史（浅克隆）')
    expect(told(join(clone, '浅'), '--no-git')).toBe('')
    expect(told(join(clone, '浅'), '--quiet')).toBe('')
  })

  test('above a thousand files it is told that nobody asked', () => {
    const { cwd, write } = repository()
    for (let at = 0; at < 1000; at += 1) write('', `台账/${at}.yaml`)
    expect(told(cwd)).toBe('台账有1001个文件，超过1000个，没有看 Git 里的提交时间；要看请加 --git，不看请加 --no-git\n')
    expect(told(cwd, '--git')).toBe('')
    expect(told(cwd, '--no-git')).toBe('')
  })
})

describe('a record without a day of entry', () => {
  test('is late by the day on which it was first committed: four working days are told, three are not', () => {
    const { commit, late } = repository()
    commit(HEAD + FIRST + meeting('2026-03-12'), { author: '2026-03-17' })
    expect(late()).toEqual([])
    commit(HEAD + FIRST + meeting('2026-03-12') + meeting('2026-04-14'), { author: '2026-04-20' })
    expect(late()).toEqual([
      {
        subject: '2026-04-14 支委会',
        severity: 'warning',
        message:
          '疑似事后补记：4月14日支委会没有写录入时间，2026年4月20日才首次提交到台账仓库，距会议4个工作日，请核对原始记录',
      },
    ])
    expect(late('--no-git')).toEqual([])
    expect(late('--workers', '2', '--no-cache')).toHaveLength(1)
  })

  test('is never an error, however late', () => {
    const { commit, late } = repository()
    commit(HEAD + FIRST + meeting('2026-03-12'), { author: '2026-05-20' })
    expect(late()).toMatchObject([{ severity: 'warning' }])
  })

  test('is judged by its own day of entry where it has one', () => {
    const { commit, late } = repository()
    commit(HEAD + FIRST + meeting('2026-03-12', ['录入: 2026-03-12']), { author: '2026-05-20' })
    expect(late()).toEqual([])
  })

  test('rebased or squashed later: the day on which it was written counts', () => {
    const { commit, late } = repository()
    commit(HEAD + FIRST + meeting('2026-03-12'), { author: '2026-03-13', committer: '2026-05-20' })
    expect(late()).toEqual([])
  })

  test('brought in with others of different weeks: an import or a squash says nothing', () => {
    const { commit, late } = repository()
    const many = ['2026-03-12', '2026-03-19', '2026-03-26'].map((date) => meeting(date)).join('')
    commit(HEAD + FIRST + many, { author: '2026-05-20' })
    expect(late()).toEqual([])
  })

  test('the same where the other weeks stand in other ledgers', () => {
    const { write, commit, late } = repository()
    write(`支部: {名称: 乙党支部}\n组织生活:\n${meeting('2026-02-12')}${meeting('2026-04-16')}`, '台账/b.yaml')
    commit(HEAD + FIRST + meeting('2026-03-12'), { author: '2026-05-20' })
    expect(late()).toEqual([])
  })

  test('was there before the history that is known: the first commit, a shallow clone, the year before', () => {
    const { cwd, commit, late } = repository()
    commit(HEAD + FIRST + meeting('2026-03-12'), { author: '2026-05-20' })
    commit(`${HEAD}${FIRST}${meeting('2026-03-12')}  # 说明\n`, { author: '2026-05-21' })
    expect(late()).toHaveLength(1)
    const shallow = folderWith({})
    new Repository(shallow).git('clone', '--quiet', '--depth', '1', `file://${cwd}`, 'clone')
    const run = taizhang(['check', '--as-of', '2026-06-30', '--format', 'json'], { cwd: join(shallow, 'clone') })
    expect(run.stdout).not.toContain('才首次提交')
  })

  test('reworded, moved, renamed or not committed yet: nothing is held against it', () => {
    const { git, write, commit, late } = repository()
    const timely = meeting('2026-03-12')
    commit(HEAD + FIRST + timely, { author: '2026-03-13' })
    commit(HEAD + timely + FIRST, { author: '2026-05-20' })
    expect(late()).toEqual([])
    git.git('mv', '台账/a.yaml', '台账/甲.yaml')
    git.commit('改名', { author: '2026-05-21' })
    expect(late()).toEqual([])
    write(HEAD + timely + FIRST + meeting('2026-06-02'), '台账/甲.yaml')
    expect(late()).toEqual([])
  })

  test('a row of a table that was mended later was there before', () => {
    const { write, commit, late } = repository()
    const rows = (present: number) => `支部,会议类型,会议日期,实到人数\n乙党支部,支委会,2026-03-12,${present}\n`
    write(rows(3), '台账/b.csv')
    commit(HEAD + FIRST, { author: '2026-03-13' })
    commit(rows(4), { author: '2026-05-20' }, '台账/b.csv')
    expect(late().map(({ subject }) => subject)).toEqual(['2026-03-12 支委会 提交后改动'])
  })
})

describe('a record that was changed afterwards', () => {
  const others = ['2026-01-08', '2026-02-05', '2026-04-09'].map((date) => meeting(date, [`录入: ${date}`])).join('')
  const timely = meeting('2026-03-12', ['录入: 2026-03-13'])
  const start = () => {
    const one = repository()
    one.commit(HEAD + FIRST + others, { author: '2026-02-06' })
    one.commit(HEAD + FIRST + timely + others, { author: '2026-03-13' })
    return one
  }
  const changed = timely.replace('实到: 3', '实到: 5')

  test('is told, with the day: four working days after its entry, not three', () => {
    const soon = start()
    soon.commit(HEAD + FIRST + changed + others, { author: '2026-03-18' })
    expect(soon.late()).toEqual([])
    const later = start()
    later.commit(HEAD + FIRST + changed + others, { author: '2026-03-19' })
    expect(later.late()).toEqual([
      {
        subject: '2026-03-12 支委会 提交后改动',
        severity: 'warning',
        message: '疑似事后改动：3月12日支委会已提交的内容于2026年3月19日又作了改动，距录入4个工作日，请核对原始记录',
      },
    ])
  })

  test.each([
    ['what was added', `${timely}    议定事项:\n      - {事项: 集中学习, 落实: 已开展四次}\n`],
    ['spaces', timely.replace('实到: 3', '实到:   3')],
    ['a change that says what it is', `${changed}    补录说明: 原记录笔误，4月20日更正\n`],
    ['a change that says so in a note', `${changed}    备注: 4月20日更正实到人数\n`],
  ])('%s is no change', (_, text) => {
    const { commit, late } = start()
    commit(HEAD + FIRST + text + others, { author: '2026-04-20' })
    expect(late()).toEqual([])
  })

  test('nor is a field renamed throughout, or a new layout', () => {
    const { commit, late } = start()
    const renamed = (FIRST + timely + others).replaceAll('实到: 3', '实到人数: 3')
    commit(HEAD + renamed, { author: '2026-04-20' })
    expect(late()).toEqual([])
    commit((HEAD + renamed).replaceAll(/: (\S+)$/gmu, ": '$1'"), { author: '2026-04-21' })
    expect(late()).toEqual([])
  })

  test('nor is what became of a decision, which is filled in later', () => {
    const { commit, late } = repository()
    const decided = (done: string) => `${timely}    议定事项:\n      - 事项: 集中学习\n        落实: ${done}\n${others}`
    commit(HEAD + FIRST + decided('进行中'), { author: '2026-03-13' })
    commit(HEAD + FIRST + decided('已开展四次'), { author: '2026-04-20' })
    expect(late()).toEqual([])
  })

  test('nor is a ledger of few records that was written anew', () => {
    const { commit, late } = repository()
    commit(HEAD + FIRST + timely, { author: '2026-03-13' })
    commit((HEAD + FIRST + timely).replaceAll(/: (\S+)$/gmu, ": '$1'"), { author: '2026-04-20' })
    expect(late()).toEqual([])
  })

  test('nor is what was changed in ten ledgers at once; in nine it is told of each', () => {
    const names = [...'甲乙丙丁戊己庚辛壬癸']
    const { git, write, late } = repository()
    const all = (present: number, among = names) => {
      for (const name of among) {
        const record = timely.replace('实到: 3', `实到: ${present}`)
        write(`支部: {名称: ${name}村党支部}\n组织生活:\n${record}${others}`, `台账/${name}.yaml`)
      }
    }
    all(3)
    git.commit('录入', { author: '2026-03-13' })
    all(4)
    git.commit('统一调整', { author: '2026-04-20' })
    expect(late()).toEqual([])
    all(5, names.slice(1))
    git.commit('改动', { author: '2026-04-21' })
    expect(late()).toHaveLength(9)
  })

  test('a change that was taken back is none', () => {
    const { commit, late } = start()
    commit(HEAD + FIRST + changed + others, { author: '2026-04-20' })
    expect(late()).toHaveLength(1)
    commit(HEAD + FIRST + timely + others, { author: '2026-04-21' })
    expect(late()).toEqual([])
  })

  test('a commit after the day of judging is not known on it', () => {
    const { commit, late } = start()
    commit(HEAD + FIRST + changed + others, { author: '2026-07-20' })
    expect(late()).toEqual([])
  })
})
