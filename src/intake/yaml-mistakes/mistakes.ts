import type { Detector, Mistake } from './detector.ts'
import {
  mergeConflict,
  noSpace,
  tabIndent,
  tightDash,
  wideColon,
  wideDash,
  wideSpace,
  wideSpaceBehindColon,
} from './line-start.ts'
import { missingComma, textBehindQuote, unclosedBracket, unclosedQuote, wideInBrackets } from './quotes-and-brackets.ts'
import { blockMark, dashInValue, reservedStart, secondColon, shallowBlock, textBehindBracket } from './value-start.ts'
import { yamlLine } from './yaml-line.ts'

const DETECTORS: readonly Detector[] = [
  mergeConflict,
  tabIndent,
  wideSpace,
  wideSpaceBehindColon,
  wideColon,
  noSpace,
  wideDash,
  tightDash,
  unclosedQuote,
  textBehindQuote,
  wideInBrackets,
  missingComma,
  unclosedBracket,
  textBehindBracket,
  blockMark,
  dashInValue,
  reservedStart,
  secondColon,
  shallowBlock,
]

/** The first mistake in a line that a parser stumbled over, or the line above it, in the order of how sure it is. */
export function mistakeIn(text: string, above: string | undefined): Mistake | undefined {
  const line = yamlLine(text)
  const before = above === undefined ? undefined : yamlLine(above)
  for (const detect of DETECTORS) {
    const mistake = detect(line, before)
    if (mistake !== undefined) return mistake
  }
  return undefined
}
