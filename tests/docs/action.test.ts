import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ledger, project } from '../cli/small-project.ts'
import { folderWith } from '../node/folder.ts'

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: {
    readonly steps: readonly {
      readonly id?: string
      readonly uses?: string
      readonly if?: string
      readonly run?: string
      readonly env?: Readonly<Record<string, string>>
    }[]
  }
}

const ACTION: Action = parse(readFileSync('docs/action/action.yml', 'utf8'))

/** Runs the last step of the action as GitHub would. */
function runAction(cwd: string, inputs: Readonly<Record<string, string>>) {
  const { run = '', env = {} } = ACTION.runs.steps.at(-1) ?? {}
  const given = Object.entries(env).map(([name, value]) => {
    const [, input = ''] = /^\$\{\{ inputs\.(.+) \}\}$/u.exec(value) ?? []
    return [name, inputs[input] ?? ACTION.inputs[input]?.default]
  })
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_ACTION_PATH: join(process.cwd(), 'docs/action'), ...Object.fromEntries(given) },
  })
  return { code: status, stdout, stderr }
}

describe('the action', () => {
  test('checks what the configuration names, where it is told nothing', () => {
    const cwd = project({ '台账/a.yaml': ledger('甲党支部', ['2026-03-12']) })
    const run = runAction(cwd, {})
    expect(run).toMatchObject({ code: 1, stderr: '' })
    expect(run.stdout).toMatch(/^::error file=台账\/a\.yaml,/u)
  })

  test('takes paths with blanks, one a line, and hands on whatever else it is given', () => {
    const cwd = project({
      '台账/县直 机关/a.yaml': ledger('甲党支部', []),
      '台账/-乡镇/b.yaml': ledger('乙党支部', []),
      '别处/c.yaml': ledger('丙党支部', []),
    })
    const paths = '台账/县直 机关\n\n台账/-乡镇\n'
    const run = runAction(cwd, { paths, 'fail-on': 'never', sarif: '问题 单' })
    expect(run).toMatchObject({ code: 0, stderr: '已写入 问题 单\n' })
    expect(run.stdout).toContain('甲党支部')
    expect(run.stdout).toContain('乙党支部')
    expect(run.stdout).not.toContain('丙党支部')
    expect(JSON.parse(readFileSync(join(cwd, '问题 单'), 'utf8')).version).toBe('2.1.0')
  })

  test('a commit that is not there fails, whichever input names it', () => {
    const cwd = project({ '台账/a.yaml': ledger('甲党支部') })
    for (const input of ['exemptions-from', 'changed-since', 'baseline', 'baseline-from', 'settings-from']) {
      expect(runAction(cwd, { [input]: 'origin/main' }).code, input).toBe(2)
    }
  })
})

describe('the Node of whoever calls the action', () => {
  const step = ACTION.runs.steps.find(({ id }) => id === 'node')

  /** What the action thinks of a machine whose programs are these. */
  function suitableOn(programs: Readonly<Record<string, string>>): string {
    const folder = folderWith({ output: '', ...programs })
    for (const name of Object.keys(programs)) chmodSync(join(folder, name), 0o755)
    spawnSync('/bin/bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], {
      env: { PATH: folder, GITHUB_OUTPUT: join(folder, 'output') },
    })
    return readFileSync(join(folder, 'output'), 'utf8')
  }

  const npm = '#!/bin/bash\necho 10.0.0\n'
  /** This Node, which says that it is another. */
  const node = (version: string) =>
    `#!/bin/bash\nexec ${process.execPath} --eval "Object.defineProperty(process.versions, 'node', {value: '${version}'});$2"\n`

  test.each([
    ['20.18.3', 'false'],
    ['20.19.0', 'true'],
    ['22.12.0', 'false'],
    ['22.13.0', 'true'],
    ['23.11.0', 'false'],
    ['24.0.0', 'true'],
  ])('%s is taken as it is: %s', (version, suitable) => {
    expect(suitableOn({ node: node(version), npm })).toBe(`suitable=${suitable}\n`)
  })

  test('is put there only where there is none that will do', () => {
    expect(suitableOn({})).toBe('suitable=false\n')
    expect(suitableOn({ node: node('24.0.0') })).toBe('suitable=false\n')
    expect(ACTION.runs.steps.find(({ uses }) => uses?.startsWith('actions/setup-node'))?.if).toBe(
      "steps.node.outputs.suitable != 'true'",
    )
  })
})
