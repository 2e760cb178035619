import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { jsonSchema, type SchemaName } from '../schemas.ts'

/** Where the editor's schemas go, from the new folder. */
const SCHEMA_FOLDER = '.taizhang'

/** What `taizhang init` puts into an empty folder, by path; the ledger is in order on the day that it is made. */
export function starterFiles(today: PlainDate): Readonly<Record<string, string>> {
  return {
    'taizhang.yaml': CONFIG,
    '台账/示例党支部.yaml': exampleLedger(today),
    [`${SCHEMA_FOLDER}/ledger.schema.json`]: schemaText('ledger'),
    [`${SCHEMA_FOLDER}/config.schema.json`]: schemaText('config'),
    [`${SCHEMA_FOLDER}/rulebook.schema.json`]: schemaText('rulebook'),
    '.github/workflows/taizhang.yml': WORKFLOW,
  }
}

function schemaText(name: SchemaName): string {
  return `${JSON.stringify(jsonSchema(name), undefined, 2)}\n`
}

const CONFIG = `# yaml-language-server: $schema=${SCHEMA_FOLDER}/config.schema.json
# 检查哪些台账：文件或文件夹
ledgers: 台账

# 用哪些规则集：base 是基本规则；本单位的规则另写一个文件，列在后面
extends:
  - base
  # - scenes/rural
  # - ./本单位规则.yaml

# 个别规则的调整：关掉（off）、改轻重（error、warning、info）、改参数
rules: {}
  # frequency/lecture: off
  # record/late: {with: {graceDays: 5}}

# 经批准的豁免：规则、支部、理由、批准人、依据文件、到期日，缺一不可
exemptions: []
  # - rule: frequency/group
  #   branch: 示例党支部
  #   reason: 两个党小组合并过渡
  #   approver: 上级党委组织委员
  #   document: 关于同意合并党小组的批复
  #   until: 2026-12-31
`

/** A branch founded this week owes nothing yet, so its first meeting is all that its ledger must hold. */
function exampleLedger(today: PlainDate): string {
  const founded = addDays(today, -2)
  return `# yaml-language-server: $schema=../${SCHEMA_FOLDER}/ledger.schema.json
支部:
  名称: 示例党支部
  上级: 示例街道党工委
  领域: 社区
  支部类型: 普通
  书记: 张示例
  成立: ${founded}
  换届: ${founded}
  任期: 5
党员:
  - {姓名: 张示例, 人员类别: 正式党员, 职务: 书记}
  - {姓名: 李示范, 人员类别: 正式党员}
  - {姓名: 王样例, 人员类别: 正式党员}
组织生活:
  - 类型: 党员大会
    日期: ${founded}
    时间: 14:30-16:00
    地点: 社区党群服务中心
    主题: 支部成立后第一次党员大会
    主持人: 张示例
    记录人: 李示范
    应到: 3
    实到: 3
    请假: []
    缺席: []
    议题:
      - 内容: 学习《中国共产党支部工作条例（试行）》
        类别: 政治学习
        主讲: 张示例
        发言:
          - {姓名: 李示范, 内容: 条例把支部该做的事写得很具体，先把每月的安排列出来}
          - {姓名: 王样例, 内容: 建议固定主题党日的日子，方便上班的党员}
    记录: |
      张示例领学条例，重点讲支部的基本任务和组织生活的要求。
      李示范说，条例把支部该做的事写得很具体，先把每月的安排列出来。
      王样例说，建议固定主题党日的日子，方便上班的党员。
    录入: ${founded}
`
}

const WORKFLOW = `name: 台账检查
on:
  pull_request:
  push:
    branches: [main]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: {fetch-depth: 0}
      - uses: actions/setup-node@v6
        with: {node-version: 22}
      # 先把本工具装成这个仓库的开发依赖（package.json），这里不从网上另取同名的包
      - run: npm ci
      - run: npx --no-install taizhang check --format github
`
