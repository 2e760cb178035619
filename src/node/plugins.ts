import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { type Check, defineCheck, notApplicable, notDue, notEvaluated, pass } from '../checks/contract.ts'
import { SetupError } from '../setup.ts'
import type { SourceNode } from '../source/node.ts'
import { evidence, evidenceAt, type Place } from '../source/place.ts'
import { withSlashes } from './file-names.ts'

/** What a plugin is handed, so that it needs no package of its own to write a check with. */
const KIT = { defineCheck, pass, notDue, notApplicable, notEvaluated, evidence, evidenceAt, z }
export type PluginKit = typeof KIT

const Plugin = z.looseObject({
  name: z.string().min(1),
  summary: z.string().min(1),
  params: z.custom((params) => typeof (params as { safeParse?: unknown } | undefined)?.safeParse === 'function'),
})

/**
 * Loads the modules that a configuration names: each exports, as its default, a check, a list of checks, or a function
 * that is handed the kit and returns them. They run with all the rights of the program, so only the configuration that a
 * person keeps may name them, never a ledger.
 *
 * @throws SetupError at the configuration's line
 */
export async function loadPlugins(named: SourceNode, folder: string): Promise<Check[]> {
  const nodes = named.type === 'list' ? named.items : [named]
  const checks: Check[] = []
  for (const node of nodes) {
    if (node.type !== 'scalar') continue
    checks.push(...(await loadPlugin(node.text, folder, node.at)))
  }
  return checks
}

async function loadPlugin(name: string, folder: string, at: Place): Promise<Check[]> {
  const path = resolve(folder, name)
  const label = withSlashes(relative(folder, path))
  if (!existsSync(path)) throw mistake(`找不到插件 ${label}`, name, at)
  const exported = await imported(path, label, name, at)
  const checks = [exported].flat()
  for (const check of checks) {
    const isCheck = Plugin.safeParse(check).success && (hasMethod(check, 'judge') || hasMethods(check))
    if (!isCheck) {
      throw mistake(
        `插件 ${label} 没有默认导出检查方法（要有 name、summary、params 和 judge，或 collect 与 conclude）`,
        name,
        at,
      )
    }
  }
  return checks as Check[]
}

async function imported(path: string, label: string, name: string, at: Place): Promise<unknown> {
  try {
    const module: { default?: unknown } = await import(pathToFileURL(path).href)
    const { default: exported } = module
    return typeof exported === 'function' ? await exported(KIT) : exported
  } catch (error) {
    throw mistake(`插件 ${label} 载入时出错：${error instanceof Error ? error.message : String(error)}`, name, at)
  }
}

function hasMethods(check: unknown): boolean {
  return hasMethod(check, 'collect') && (hasMethod(check, 'conclude') || hasMethod(check, 'concludeLedgers'))
}

function hasMethod(check: unknown, method: string): boolean {
  return typeof (check as Record<string, unknown> | undefined)?.[method] === 'function'
}

function mistake(message: string, said: string, at: Place): SetupError {
  return new SetupError([{ code: 'bad-plugin', severity: 'error', message, evidence: [evidenceAt(at, said)] }])
}
