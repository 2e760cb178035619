import type { Problem } from '../source/problem.ts'
import { CRASH_TITLE, INTAKE_TITLE, PROBLEM_WORDS } from './display-words.ts'
import type { Page } from './format.ts'
import { intakeDigest } from './intake-digest.ts'
import { hanging, labelled } from './layout.ts'
import { placeLabel } from './place-label.ts'
import type { Report } from './schema.ts'

/** What reading the files ran into, gravest first. */
export function intakeBlock(problems: readonly Problem[], page: Page): string[] {
  if (problems.length === 0) return []
  return [
    page.palette.heading(`${INTAKE_TITLE}（${problems.length} 条）`),
    ...intakeDigest(problems).flatMap(({ shown, more }) => [
      ...shown.flatMap((problem) => problemLines(problem, page)),
      ...(more === 0 ? [] : [page.palette.faint(`  同一文件中同类情况另有 ${more} 处`)]),
    ]),
  ]
}

/** Checks that broke down: what they would have judged stands as not judged, and this says why. */
export function crashBlock({ crashes, rules }: Report, { palette, width }: Page): string[] {
  if (crashes.length === 0) return []
  const titles = new Map(rules.map(({ id, title }) => [id, title]))
  return [
    palette.heading(CRASH_TITLE),
    ...crashes.flatMap(({ rule, branch, message }) =>
      hanging('  · ', `${branch}：${titles.get(rule) ?? rule}（${rule}）：${message}`, width),
    ),
  ]
}

function problemLines({ severity, message, evidence }: Problem, { palette, width }: Page): string[] {
  const [first] = evidence
  const place = first === undefined ? '' : `${placeLabel(first)} `
  const quote = first === undefined || first.excerpt === '' ? '' : `「${first.excerpt}」`
  return labelled(
    '  ',
    `[${PROBLEM_WORDS[severity]}] `,
    `${place}${message}${quote}`,
    width,
    palette.severity[severity],
  )
}
