import { parseRange } from '../../src/calendar/period.ts'
import { day } from '../../src/calendar/plain-date.ts'
import { conclude, examine } from '../../src/check.ts'
import { prepare } from '../../src/setup.ts'
import { parseYaml } from '../../src/source/yaml.ts'

/** What reading and judging one ledger by whole rulebooks brings up, each as `rule subject message`. */
export function findingsOf(ledger: string, rulebooks: readonly string[], asOf: string, period: string): string[] {
  const config = `extends: [${rulebooks.join(', ')}]\n`
  const setup = prepare({
    asOf: day(asOf),
    period: parseRange(period),
    config: parseYaml(config, 'taizhang.yaml')[0],
  })
  const report = conclude([examine({ path: 'ledger.yaml', bytes: new TextEncoder().encode(ledger) }, setup)], setup)
  const read = report.intake
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, message }) => `${code} ${message}`)
  const found = report.branches.flatMap(({ findings }) => findings)
  return [...read, ...found.map(({ rule, subject, message }) => `${rule} ${subject} ${message}`)]
}
