import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { findLedgerFiles, MissingPathError } from '../../src/node/ledger-files.ts'
import { folderWith } from './folder.ts'

const LEDGER = '支部: {名称: 杏园社区第一党支部}\n'

async function found(folder: string, paths: readonly string[] = [folder]) {
  const { files, problems } = await findLedgerFiles(paths, (path) => path.replace(folder, '台账'))
  return {
    labels: files.map(({ label }) => label),
    problems: problems.map(({ code, severity, evidence: [at] }) => `${severity} ${code} ${at?.file}`),
  }
}

describe('findLedgerFiles', () => {
  test('reads a folder to any depth, but for what is no ledger, in the order of code points', async () => {
    const folder = folderWith({
      'b.yaml': LEDGER,
      '乙/丙/x.CSV': LEDGER,
      'a/y.tsv': LEDGER,
      'a/z.yml': LEDGER,
      'a/w.xlsx': LEDGER,
      'a/讲稿.md': '讲稿',
      '.git/c.yaml': LEDGER,
      'node_modules/d.yaml': LEDGER,
      '.hidden.yaml': LEDGER,
    })
    expect(await found(folder)).toEqual({
      labels: ['台账/a/w.xlsx', '台账/a/y.tsv', '台账/a/z.yml', '台账/b.yaml', '台账/乙/丙/x.CSV'],
      problems: [],
    })
  })

  test('a path with a slash at its end is the same folder', async () => {
    const folder = folderWith({ 'b.yaml': LEDGER })
    expect((await found(folder, [`${folder}/`])).labels).toEqual(['台账/b.yaml'])
  })

  test.each(['.', './'])('the current folder, named %s, gives no name to what is in it', async (label) => {
    const folder = folderWith({ 'a/b.yaml': LEDGER })
    const { files } = await findLedgerFiles([folder], () => label)
    expect(files.map((file) => file.label)).toEqual(['a/b.yaml'])
  })

  test('a file that is named twice is read once', async () => {
    const folder = folderWith({ 'b.yaml': LEDGER })
    expect((await found(folder, [folder, join(folder, 'b.yaml'), folder])).labels).toEqual(['台账/b.yaml'])
  })

  test('a pattern that the shell has left alone is expanded, a file that looks like one is itself', async () => {
    const folder = folderWith({ 'a.yaml': LEDGER, 'b.csv': LEDGER, '[1].yaml': LEDGER })
    expect((await found(folder, [join(folder, '*.csv')])).labels).toEqual(['台账/b.csv'])
    expect((await found(folder, [join(folder, '[1].yaml')])).labels).toEqual(['台账/[1].yaml'])
  })

  test.each(['missing.yaml', 'missing/*.yaml'])('%s: a path that leads nowhere is told', async (path) => {
    const folder = folderWith({ 'a.yaml': LEDGER })
    await expect(findLedgerFiles([join(folder, path)])).rejects.toThrow(MissingPathError)
  })

  test('old tables are passed over with a notice; named by hand they are a loss', async () => {
    const folder = folderWith({ 'old.xls': '', 'b.yaml': LEDGER })
    expect((await found(folder)).problems).toEqual(['info unsupported-table 台账/old.xls'])
    expect((await found(folder, [join(folder, 'old.xls')])).problems).toEqual(['error unsupported-file 台账/old.xls'])
  })

  test('links are followed within the folder, once, and refused where they leave it', async () => {
    const outside = folderWith({ 'secret.yaml': LEDGER })
    const folder = folderWith({ 'a/b.yaml': LEDGER })
    symlinkSync(folder, join(folder, 'a/loop'))
    symlinkSync(join(folder, 'a/b.yaml'), join(folder, 'c.yaml'))
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'd.yaml'))
    symlinkSync(outside, join(folder, 'e'))
    expect(await found(folder)).toEqual({
      labels: ['台账/a/b.yaml'],
      problems: ['error link-outside 台账/d.yaml', 'error link-outside 台账/e'],
    })
  })

  test('a link from one named folder into another is within what was named, whichever comes first', async () => {
    const folder = folderWith({ '东/a.yaml': LEDGER, '西/b.yaml': LEDGER })
    symlinkSync('../西/b.yaml', join(folder, '东/c.yaml'))
    const named = [join(folder, '东'), join(folder, '西')]
    const read = { labels: ['台账/东/a.yaml', '台账/东/c.yaml'], problems: [] }
    expect(await found(folder, named)).toEqual(read)
    expect(await found(folder, named.toReversed())).toEqual(read)
  })

  test('a named folder in which there is nothing to read is told of, beside one in which there is', async () => {
    const folder = folderWith({ '东/a.yaml': LEDGER, '东/内/b.yaml': LEDGER, '西/说明.txt': '' })
    const [east, inner, west] = [join(folder, '东'), join(folder, '东/内'), join(folder, '西')]
    expect((await found(folder, [east, inner, west])).problems).toEqual(['info empty-folder 台账/西'])
    expect((await found(folder, [west])).problems).toEqual([])
    expect((await found(folder, [folder])).problems).toEqual([])
  })

  test('a link that leads nowhere or in a circle is a loss where it bears the name of a ledger', async () => {
    const folder = folderWith({ 'a.yaml': LEDGER })
    symlinkSync(join(folder, 'nowhere'), join(folder, 'b.yaml'))
    symlinkSync('c.csv', join(folder, 'c.csv'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'd'))
    expect(await found(folder)).toEqual({
      labels: ['台账/a.yaml'],
      problems: ['error broken-link 台账/b.yaml', 'error broken-link 台账/c.csv'],
    })
  })

  test('what Excel puts beside a workbook while it is open is no ledger', async () => {
    const folder = folderWith({ 'a.xlsx': '', '~$a.xlsx': 'lock' })
    expect(await found(folder)).toEqual({ labels: ['台账/a.xlsx'], problems: [] })
  })

  test.skipIf(process.platform === 'win32')('a pipe is waited for by nobody, met or named', async () => {
    const folder = folderWith({ 'a.yaml': LEDGER })
    execFileSync('mkfifo', [join(folder, 'b.yaml'), join(folder, 'c')])
    const expected = ['error no-file 台账/b.yaml']
    expect(await found(folder)).toEqual({ labels: ['台账/a.yaml'], problems: expected })
    expect(await found(folder, [join(folder, 'b.yaml')])).toEqual({ labels: [], problems: expected })
  })

  test.skipIf(process.platform !== 'linux')('names in another encoding are a loss, and the rest is read', async () => {
    const folder = folderWith({ 'a.yaml': LEDGER })
    const garbled = (name: string) =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xd6, 0xa7, 0xb2, 0xbf]), Buffer.from(name)])
    writeFileSync(garbled('.yaml'), LEDGER)
    writeFileSync(garbled('.jpg'), '')
    mkdirSync(garbled(''))
    expect(await found(folder)).toEqual({
      labels: ['台账/a.yaml'],
      problems: ['error unreachable 台账/֧\ufffd\ufffd', 'error unreachable 台账/֧\ufffd\ufffd.yaml'],
    })
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read is a loss, and the rest is read', async () => {
    const folder = folderWith({ 'a/b.yaml': LEDGER, 'c.yaml': LEDGER })
    chmodSync(join(folder, 'a'), 0)
    expect(await found(folder)).toEqual({ labels: ['台账/c.yaml'], problems: ['error unreadable-folder 台账/a'] })
    chmodSync(join(folder, 'a'), 0o755)
  })
})
