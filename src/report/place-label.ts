import type { Place } from '../source/place.ts'

/** `county/xy-01.yaml:12`, with sheet and cell where there are any: `county.xlsx:12（Sheet1 B3）`. */
export function placeLabel({ file, line, sheet, cell }: Place): string {
  const inSheet = [sheet, cell].filter((part) => part !== undefined).join(' ')
  return `${file}:${line}${inSheet === '' ? '' : `（${inSheet}）`}`
}
