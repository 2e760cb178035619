import type { CommandModule } from './command.ts'

interface CommandEntry {
  /** One line for the list of commands. */
  readonly summary: string
  /** Commands are loaded when they are called. */
  readonly load: () => Promise<CommandModule>
}

/** Every command by its name, in the order in which the help lists them. A new command is one file and one entry here. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  check: { summary: '检查台账，列出问题、依据、证据和整改清单', load: () => import('./commands/check.ts') },
  baseline: {
    summary: '把现有问题记为基线，以后用 check --baseline 只报新问题',
    load: () => import('./commands/baseline.ts'),
  },
  lectures: { summary: '比对党课讲稿：同一底稿、来源、雷同段落对照', load: () => import('./commands/lectures.ts') },
  merge: { summary: '把 check --shard 分几次读的台账合成一份报告', load: () => import('./commands/merge.ts') },
  classify: { summary: '判断议题属于哪一类内容，以及由哪些词判断', load: () => import('./commands/classify.ts') },
  rules: { summary: '列出现行规则及其出处；rules test 试跑规则自带的示例', load: () => import('./commands/rules.ts') },
  explain: {
    summary: '说明一条规则：要求、依据、判断方法、整改办法、示例',
    load: () => import('./commands/explain.ts'),
  },
  init: {
    summary: '在空文件夹里放好配置、示例台账、编辑器提示和自动检查流程',
    load: () => import('./commands/init.ts'),
  },
  schema: {
    summary: '输出台账、配置、规则集、报告、讲稿比对的 JSON Schema，供编辑器使用',
    load: () => import('./commands/schema.ts'),
  },
}
