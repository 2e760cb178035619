/** What tests ask of a page from within: scripts for Chromium, as text, for the tests themselves know no DOM. */

/** The contrast (WCAG 2) of each piece of text with what it stands on, smallest first. */
export const CONTRASTS = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const ground = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const [r, g, b, alpha = 1] = numbers(getComputedStyle(at).backgroundColor)
      if (alpha > 0) return [r, g, b]
    }
    return [255, 255, 255]
  }
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const found = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode
    if (textContent.trim() === '') continue
    const [a, b] = [numbers(getComputedStyle(parentElement).color).slice(0, 3), ground(parentElement)].map(light)
    found.push((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
  }
  return found.sort((a, b) => a - b)
})()`

/** What reaches over the right edge of the window, but for what scrolls by itself. */
export const OVER_THE_EDGE = `Array.from(document.querySelectorAll('body *'))
  .filter((one) => one.closest('.scroll > *') === null && one.getBoundingClientRect().right > innerWidth + 0.5)
  .map((one) => one.outerHTML.slice(0, 80))`

/** Which elements a list of properties holds for, in the styles that apply now: \`[selector, property, value]\`. */
export function styleOf(selector: string, property: string): string {
  return `[...new Set(Array.from(document.querySelectorAll(${JSON.stringify(selector)}), (one) => getComputedStyle(one)[${JSON.stringify(property)}]))]`
}

/** Whether the fonts of the page have these characters: each is drawn otherwise than one that no font has. */
export function hasGlyphs(characters: string): string {
  return `(() => {
    const draw = (character) => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 40
      const context = canvas.getContext('2d')
      context.font = '32px ' + getComputedStyle(document.body).fontFamily
      context.fillText(character, 2, 34)
      return canvas.toDataURL()
    }
    const missing = draw('\\u{10fffd}')
    return Array.from(${JSON.stringify(characters)}, (one) => draw(one)).every((one) => one !== missing)
  })()`
}

/** What has the focus: where it leads, or what it is called. */
export const FOCUSED = `(() => {
  const { activeElement: one } = document
  return one === document.body ? null : (one.getAttribute('href') ?? one.getAttribute('aria-label'))
})()`

export const REACHABLE = `Array.from(document.querySelectorAll('a[href], [tabindex="0"]'), (one) => one.getAttribute('href') ?? one.getAttribute('aria-label'))`
