/**
 * The colours of sequence diagrams, light and dark. Whatever knows no `light-dark()` draws the light colours, which
 * every shape carries as an attribute.
 */
export const SVG_STYLE = `
.sequence { color-scheme: inherit; font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
.sequence text { fill: light-dark(#16202c, #eef2f7); }
.sequence .backdrop { fill: light-dark(#ffffff, #131a22); }
.sequence .life { stroke: light-dark(#8794a3, #6b7a8c); }
.sequence .actor rect { fill: light-dark(#e3e9f1, #27323f); stroke: light-dark(#5d6b7c, #8ea0b5); }
.sequence .actor text { font-weight: 700; }
.sequence .arrow { stroke: light-dark(#33475e, #b9c7d8); }
.sequence .head { fill: light-dark(#33475e, #b9c7d8); }
.sequence .adversary .arrow { stroke: light-dark(#b3261e, #ff8a80); }
.sequence .adversary .head { fill: light-dark(#b3261e, #ff8a80); }
.sequence .adversary text { fill: light-dark(#8c1d18, #ffb4ab); }
.sequence .note rect { fill: light-dark(#f4f6f9, #1d2630); stroke: light-dark(#8794a3, #6b7a8c); }
.sequence .note.adversary rect { fill: light-dark(#fdecea, #3a1a19); stroke: light-dark(#b3261e, #ff8a80); }
.sequence .note.check rect { fill: light-dark(#e6f4ea, #14301f); stroke: light-dark(#1b6e3c, #7ed6a0); }
.sequence .note.shown rect { fill: light-dark(#fff6df, #33290f); stroke: light-dark(#8a6100, #e9c46a); }
.sequence .note.verdict text { font-weight: 700; }
.sequence .note.breached rect { fill: light-dark(#fdecea, #3a1a19); stroke: light-dark(#b3261e, #ff8a80); }
.sequence .note.detected rect { fill: light-dark(#fff6df, #33290f); stroke: light-dark(#8a6100, #e9c46a); }
.sequence .note.defeated rect { fill: light-dark(#e6f4ea, #14301f); stroke: light-dark(#1b6e3c, #7ed6a0); }
`.trim();

/** The same for the picture of the grid; each verdict has the colours that it has in the report. */
export const GRID_STYLE = `
.grid-picture { color-scheme: inherit; font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
.grid-picture text { fill: light-dark(#16202c, #e8edf3); }
.grid-picture .backdrop { fill: light-dark(#ffffff, #10161d); }
.grid-picture .rule { stroke: light-dark(#c4ced9, #3a4655); }
.grid-picture .title, .grid-picture .group, .grid-picture .head, .grid-picture .sign { font-weight: 700; }
.grid-picture .number { font-variant-numeric: tabular-nums; }
.grid-picture .breached rect { fill: light-dark(#fbdcd9, #5a1d1b); }
.grid-picture .breached text { fill: light-dark(#7a1210, #ffc9c4); }
.grid-picture .detected rect { fill: light-dark(#fdeec2, #4d3a0a); }
.grid-picture .detected text { fill: light-dark(#5c4300, #ffe3a1); }
.grid-picture .defeated rect { fill: light-dark(#d3f0dd, #17452a); }
.grid-picture .defeated text { fill: light-dark(#0f4b27, #bdf0cf); }
.grid-picture .not-applicable rect { fill: light-dark(#e9edf1, #242d37); }
.grid-picture .not-applicable text { fill: light-dark(#465360, #b4bfcb); }
.grid-picture .inconclusive rect { fill: light-dark(#f1def9, #46225a); }
.grid-picture .inconclusive text { fill: light-dark(#5a1d78, #ecc9ff); }
`.trim();
