import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listedExemptions, listedPaths, localRulebooks, openProject } from '../../src/node/project.ts'
import { SetupError } from '../../src/setup.ts'
import { folderWith } from './folder.ts'

describe('openProject', () => {
  test('finds the configuration in the nearest folder above', () => {
    const folder = folderWith({ 'taizhang.yaml': 'ledgers: 台账\ncorpus: [参考, ../别处]\n' })
    const cwd = join(folder, '县直/机关')
    mkdirSync(cwd, { recursive: true })
    const project = openProject(cwd)
    expect(project.folder).toBe(folder)
    expect(project.config?.at.file).toBe('../../taizhang.yaml')
    expect(listedPaths(project, 'ledgers', cwd)).toEqual(['../../台账'])
    expect(listedPaths(project, 'corpus', folder)).toEqual(['参考', '../别处'])
  })

  test('an empty configuration says nothing, and is none', () => {
    const folder = folderWith({ 'taizhang.yaml': '# 以后再写\n' })
    expect(openProject(folder).config).toEqual({
      type: 'map',
      entries: [],
      at: { file: 'taizhang.yaml', line: 1, column: 1 },
    })
  })

  test('a mistake of form is told with its line', () => {
    const folder = folderWith({ 'our.yaml': 'ledgers: 台账\nrules:\n\t- 1\n' })
    const problem = mistakeOf(() => openProject(folder, 'our.yaml'))
    expect(problem?.evidence[0]).toMatchObject({ file: 'our.yaml', line: 3 })
    expect(problem?.message).toMatch(/第3行/u)
  })

  test('a configuration that is not there', () => {
    const folder = folderWith({})
    expect(mistakeOf(() => openProject(folder, 'our.yaml'))?.message).toBe('文件无法读取（不存在）')
  })

  test('exemptions may stand in a file of their own', () => {
    const folder = folderWith({ 'taizhang.yaml': 'exemptions: 豁免.yaml\n', '豁免.yaml': '- {rule: a/b}\n' })
    expect(listedExemptions(openProject(folder), folder)?.at.file).toBe('豁免.yaml')
    const inline = folderWith({ 'taizhang.yaml': 'exemptions:\n  - {rule: a/b}\n' })
    expect(listedExemptions(openProject(inline), inline)).toBeUndefined()
  })
})

describe('localRulebooks', () => {
  test('are found from the file that calls them, or from the current folder', () => {
    const folder = folderWith({
      'config/taizhang.yaml': '',
      'config/our.yaml': 'rules: {}\n',
      'top.yaml': 'rules: {}\n',
    })
    const find = localRulebooks(folder)
    expect(find('./our.yaml', 'config/taizhang.yaml')?.at.file).toBe('config/our.yaml')
    expect(find('top.yaml', undefined)?.at.file).toBe('top.yaml')
    expect(find('./missing.yaml', undefined)).toBeUndefined()
    expect(find('base', undefined)).toBeUndefined()
  })
})

function mistakeOf(run: () => unknown) {
  try {
    run()
  } catch (error) {
    if (error instanceof SetupError) return error.problems[0]
    throw error
  }
  return undefined
}
