/** What would act on a terminal although JSON allows it as it is; escaped it means the same. */
const ACTIVE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** A value as a JSON document that ends with a line break. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replace(ACTIVE, escaped)}\n`
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
