/**
 * Ink on paper, one quiet accent. What two texts share has a ground of its own and what differs an underline, so that
 * both can be told apart without colour and in print. Text has a contrast of 6 or more with what it stands on.
 */
export const STYLE = `
:root { --ink: #1f2933; --faint: #55606b; --line: #d8dde3; --ground: #f5f7f9; --accent: #1f4e79; --same: #fcebb6; --other: #8a3413; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2.5rem 1.5rem; color: var(--ink); background: #fff; overflow-wrap: anywhere;
  font: 1rem/1.75 "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
h1, h2, h3, h4 { line-height: 1.4; text-wrap: balance; }
h1 { margin: 0 0 .5rem; font-size: 2rem; letter-spacing: .04em; }
h2 { margin: 3rem 0 1rem; padding-bottom: .4rem; border-bottom: 2px solid var(--accent); font-size: 1.35rem; color: var(--accent); }
h3 { margin: 2rem 0 .25rem; font-size: 1.15rem; }
header > h3, h2 + h3 { margin-top: 0; }
h4 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p { margin: .5rem 0; }
ul { margin: .5rem 0; padding-left: 1.4rem; }
li { margin: .25rem 0; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.faint, .place, .record { color: var(--faint); font-size: .875rem; }
.keep { white-space: nowrap; }
td ul { margin: 0; padding: 0; list-style: none; }
td li { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 1rem; margin: 1.5rem 0; }
.figures > div { padding: .75rem 1rem; border-left: 3px solid var(--accent); background: var(--ground); }
.figures dt { color: var(--faint); font-size: .875rem; }
.figures dd { margin: 0; font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { min-width: 7rem; padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--line); color: var(--faint); font-size: .875rem; font-weight: 600; }
tbody th { min-width: 9rem; font-weight: 600; }
.lecture { margin: 2rem 0; padding: 1.25rem 1.5rem 1.5rem; border: 1px solid var(--line); border-radius: .5rem; scroll-margin-top: 1rem; }
.strip { display: block; width: 100%; height: .75rem; margin: .75rem 0 .25rem; background: var(--ground); border: 1px solid var(--line); }
.strip rect { fill: #d9a514; }
.passage { display: grid; grid-template-columns: 1fr 1fr; margin: .75rem 0; border: 1px solid var(--line); border-radius: .25rem; }
.side { min-width: 0; padding: .75rem 1rem; }
.side + .side { border-left: 1px solid var(--line); }
.whose { margin: 0 0 .5rem; padding-bottom: .5rem; border-bottom: 1px solid var(--line); line-height: 1.5; }
.whose b, .whose .place { display: block; }
.text { margin: 0; white-space: pre-line; line-height: 1.9; }
mark { padding: .1em 0; color: inherit; background: var(--same); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.other { color: var(--other); text-decoration: underline dotted 2px; text-underline-offset: .25em; }
.tag { display: inline-block; margin-left: .5em; padding: 0 .5em; border: 1px solid currentColor; border-radius: 1em; color: var(--accent); font-size: .8rem; font-weight: 400; white-space: nowrap; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--faint); font-size: .9rem; }
@media screen and (max-width: 40rem) {
  body { padding: 1.5rem 1rem; }
  h1 { font-size: 1.6rem; }
  .figures { grid-template-columns: 1fr 1fr; }
  .lecture { padding: 1rem; }
  .passage { grid-template-columns: 1fr; }
  .side + .side { border-left: 0; border-top: 1px solid var(--line); }
}
@media print {
  @page { margin: 16mm 14mm; }
  :root { font-size: 10pt; }
  body { max-width: none; padding: 0; line-height: 1.6; }
  .scroll { overflow: visible; }
  th, td, tbody th { min-width: 0; padding: .3rem .4rem; }
  tr, li, .passage, .figures, .lecture header, h2, h3, h4 { break-inside: avoid; }
  h2, h3, h4, section > p, .lecture header { break-after: avoid; }
  thead { display: table-header-group; }
  .lecture { padding: 0; border: 0; }
  a { color: inherit; text-decoration: none; }
}
`
