import { placeLabel } from '../place-label.ts'
import { differences, type Piece } from './differences.ts'
import { escaped, prose } from './html-text.ts'
import { percentText } from './matrix.ts'
import type { ComparedLecture, LectureMatch, LecturePassage, LectureSource } from './model.ts'
import { lectureFigures, lectureName, orderText, sideName, sidePlace, sourceName } from './words.ts'

/** A lecture with every passage that it shares, beside what stands elsewhere. */
export function lectureArticle(lecture: ComparedLecture, id: string): string {
  const { lecturers, at } = lecture
  const lecturer = lecturers.length === 0 ? '' : `主讲人 ${lecturers.join('、')}　`
  return `<article class="lecture" id="${id}">
<header>
<h3>${prose(lectureName(lecture))}</h3>
<p class="faint">${escaped(`${lecturer}${placeLabel(at)}　${lectureFigures(lecture)}`)}</p>
${strip(lecture)}
</header>
${lecture.matches.map((match) => matchPart(match, lecture)).join('\n')}
</article>`
}

/** Where in the lecture the passages stand, from its beginning on the left to its end on the right. */
function strip({ matches, extent }: ComparedLecture): string {
  const passages = matches.flatMap((match) => match.passages)
  const bars = passages.map(({ here: { start, end } }) => `<rect x="${start}" width="${end - start}" height="1"/>`)
  const said = passages.map(({ here: { start, end } }) => `第 ${start + 1}-${end} 字`).join('、')
  const label = `全文 ${extent} 字中，相同或相近的段落在${said}`
  return `<svg class="strip" viewBox="0 0 ${Math.max(extent, 1)} 1" preserveAspectRatio="none" role="img" aria-label="${label}">${bars.join('')}</svg>
<p class="faint">上条为全文，着色处与他处相同或相近</p>`
}

function matchPart(match: LectureMatch, lecture: ComparedLecture): string {
  const { with: source, share, passages } = match
  const heading = `${percentText(share)} 见于 ${sourceName(source)}，${passages.length} 段${orderText(match)}`
  return `<h4>${prose(heading)}</h4>
${passages.map((passage) => passagePart(passage, lecture, source)).join('\n')}`
}

function passagePart(passage: LecturePassage, lecture: ComparedLecture, source: LectureSource): string {
  const { here, there } = differences(passage.text, passage.thereText)
  const side = (whose: LectureSource, which: 'here' | 'there', pieces: readonly Piece[]) =>
    `<div class="side"><p class="whose"><b>${escaped(sideName(whose))}</b> <span class="place">${escaped(sidePlace(passage, which))}</span></p><p class="text">${marked(pieces)}</p></div>`
  return `<div class="passage">
${side(lecture, 'here', here)}
${side(source, 'there', there)}
</div>`
}

function marked(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, isSame }) =>
      isSame ? `<mark>${escaped(text)}</mark>` : `<span class="other">${escaped(text)}</span>`,
    )
    .join('')
}
