/** What chalk calls levels: none, 16 colours, 256, all. */
export type ColourLevel = 0 | 1 | 2 | 3

interface Stream {
  readonly isTTY?: boolean
  getColorDepth?(env?: Readonly<Record<string, string | undefined>>): number
}

const LEVEL_OF_DEPTH: Readonly<Record<number, ColourLevel>> = { 1: 0, 4: 1, 8: 2, 24: 3 }
const FORCED: Readonly<Record<string, ColourLevel>> = { '0': 0, false: 0, '1': 1, '2': 2, '3': 3 }

/** Flags first, then NO_COLOR where it is not empty (no-color.org), then FORCE_COLOR, then whether it is a terminal. */
export function colourLevel(
  flag: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  stream: Stream,
): ColourLevel {
  if (flag === false) return 0
  if (flag === true) return levelOf(stream) || 1
  if (env.NO_COLOR) return 0
  if (env.FORCE_COLOR !== undefined) return FORCED[env.FORCE_COLOR] ?? (levelOf(stream) || 1)
  return levelOf(stream)
}

/** What the terminal can show; the variables have been looked at before. */
function levelOf(stream: Stream): ColourLevel {
  if (stream.isTTY !== true || stream.getColorDepth === undefined) return 0
  return LEVEL_OF_DEPTH[stream.getColorDepth()] ?? 0
}
