import { createHash } from 'node:crypto';
import type { Stretch } from '../alignment.js';
import type { FoughtCell } from '../chapter.js';
import { glyphsFor } from '../glyphs.js';
import { type Markup, markup, trusted } from '../markup.js';
import { sceneOf } from '../scene.js';
import { svgOf } from '../svg.js';
import { SVG_STYLE } from '../svg-style.js';
import type { Texts } from '../texts/index.js';
import { translatedCell } from '../translated.js';
import { trialData } from './data.js';
import type { Bytes, StoryStep } from './page.js';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; margin: 0 auto; max-width: 62rem; padding: 1rem; background: light-dark(#ffffff, #10161d); color: light-dark(#16202c, #e8edf3); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 1.6rem; }
svg { display: block; max-width: 100%; height: auto; }
pre { white-space: pre-wrap; margin: 0; padding: 0.5rem; background: light-dark(#f3f6fa, #1a222c); font-size: 0.9rem; }
del { background: light-dark(#fbdcd9, #5a1d1b); } ins { background: light-dark(#d3f0dd, #17452a); }
.verdict { font-size: 1.2rem; font-weight: 700; }
dt { font-weight: 700; } dd { margin: 0 0 0.6rem; }
`.trim();

const WIDTH = 960;
const FONT = 18;
const GLYPH = glyphsFor({ unicode: true }).verdict;

/** One trial as an HTML file that asks for nothing and runs nothing; null where nothing was fought. */
export function renderTrial(cell: FoughtCell, seed: number, version: string, texts: Texts): string | null {
  const told = translatedCell(cell, texts);
  if (told.decisive === null) return null;
  const { report, verdict, means } = texts;
  const data = trialData(told, texts);
  const { result, decisive } = told;
  const title = report.trial(result.attack, result.defense);
  const style = `${STYLE}\n${SVG_STYLE}`;
  const hash = createHash('sha256').update(style).digest('base64');
  const scene = sceneOf(decisive.trace, { result, tactic: decisive.tactic }, texts);
  const wire = data.story.filter(({ bytes }) => bytes);
  return `<!doctype html>\n${
    markup`<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${`Mallory: ${title}`}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${report.origin(version, `${seed}`)}</p>
<p class="verdict">${GLYPH[result.verdict]} ${verdict[result.verdict]}</p>
<p>${means[result.verdict]}</p>
<p>${data.because}</p>
<p>${report.evidence(data.evidence.join(', '))}</p>
${part(report.diagram, svgOf(scene, { width: WIDTH, font: FONT, title: report.diagramOf(result.attack, result.defense) }))}
${part(report.story, markup`<ol>${[...(data.tactic ? [markup`<li><b>Mallory</b> ${data.tactic.does}</li>`] : []), ...data.story.map(stepOf)]}</ol>`)}
${wire.length > 0 ? part(report.bytes, markup`${wire.map((step) => wireOf(step, texts))}<p>${report.hidden}</p>`) : null}
${part(report.check, markup`<p>${data.check ? `${report.fired(data.check.code, data.check.part)} ${data.check.means}` : report.noCheck}</p>`)}
</main>
</body>
</html>
`.markup
  }`;
}

const part = (title: string, content: Markup): Markup =>
  markup`<section><h2>${title}</h2>
${content}</section>`;

const stepOf = ({ who, sentence, event }: StoryStep): Markup =>
  markup`<li><b>${who}</b> ${sentence} <code>${event}</code></li>`;

function wireOf(step: StoryStep, texts: Texts): Markup {
  return markup`<p><b>${step.who}</b> ${step.sentence}</p>${step.bytes ? bytesOf(step.bytes, texts) : null}`;
}

function bytesOf(bytes: Bytes, { report }: Texts): Markup {
  if (bytes.kind === 'same') return markup`<p>${report.same(`${bytes.length}`)}</p>`;
  if (bytes.kind === 'own') return markup`<p>${report.own}</p><pre>${bytes.text}</pre>`;
  return markup`<dl><dt>${report.before}</dt><dd><pre>${bytes.stretches.map(lost)}</pre></dd><dt>${report.after}</dt><dd><pre>${bytes.stretches.map(gained)}</pre></dd></dl>`;
}

const lost = ({ differs, before }: Stretch): Markup | string =>
  differs && before !== '' ? markup`<del>${before}</del>` : before;

const gained = ({ differs, after }: Stretch): Markup | string =>
  differs && after !== '' ? markup`<ins>${after}</ins>` : after;
