import type { AttackFacts } from '../../model/attack.js';
import { POSITIONS, PROPERTIES } from '../../model/property.js';
import type { Matrix } from '../../model/results.js';
import { VERDICTS } from '../../model/verdict.js';
import { glyphsFor } from '../glyphs.js';
import { type Markup, markup } from '../markup.js';
import type { Fought } from '../report.js';
import { SVG_STYLE } from '../svg-style.js';
import type { Texts } from '../texts/index.js';
import { translatedFought, translatedScenario } from '../translated.js';
import { costs } from './costs.js';
import { pageData } from './data.js';
import { type Bundle, documentOf } from './document.js';
import type { Extras } from './extras.js';
import { type Section, sectionsBelow, type ToldScenario } from './sections.js';
import { heatMap } from './table.js';

export type { Bundle } from './document.js';
export type { Extras } from './extras.js';

/** The whole report in one HTML file that asks the network for nothing. `bundle` is the page `report`, as built. */
export function renderHtmlReport(
  measured: Fought,
  scenarios: readonly ToldScenario[],
  attacks: readonly Pick<AttackFacts, 'id' | 'sources'>[],
  texts: Texts,
  bundle: Bundle,
  extras: Extras = {},
): string {
  const fought = translatedFought(measured, texts);
  const { matrix } = fought;
  const sections: Section[] = [
    { id: 'grid', title: texts.report.grid, content: gridSection(matrix, texts) },
    { id: 'costs', title: texts.report.costs, content: costs(matrix, extras, texts) },
    ...sectionsBelow(
      fought,
      scenarios.map((scenario) => translatedScenario(scenario, texts)),
      extras,
      texts,
    ),
  ];
  return documentOf({
    lang: texts.lang,
    title: `Mallory: ${texts.report.title}`,
    body: bodyOf(matrix, sections, texts),
    data: pageData(fought, attacks, texts),
    bundle: { ...bundle, style: `${bundle.style}\n${SVG_STYLE}` },
  });
}

function bodyOf(matrix: Matrix, sections: readonly Section[], { report }: Texts): Markup {
  const { version, seed, attacks, defenses, trials } = matrix;
  return markup`<a class="skip" href="#grid">${report.skip}</a>
<header><div><h1>${report.title}</h1>
<p>${report.origin(version, `${seed}`)} ${report.summary(attacks.length, defenses.length, trials.length)}</p></div>
<label class="theme" hidden>${report.theme} <select id="theme"><option value="">${report.themes.auto}</option><option value="light">${report.themes.light}</option><option value="dark">${report.themes.dark}</option></select></label></header>
<nav aria-label="${report.sections}"><ul>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${sections.map(
  ({ id, title, content }) => markup`<section id="${id}"><h2 id="${id}-title">${title}</h2>
${content}
</section>
`,
)}</main>
<dialog id="trial" aria-labelledby="trial-title"><div class="bar-top"><h2 id="trial-title"></h2><button type="button" id="close">${report.close}</button></div><div id="trial-body"></div></dialog>`;
}

const gridSection = (matrix: Matrix, texts: Texts): Markup =>
  markup`${legend(texts)}${filters(matrix, texts)}<p class="hint">${texts.report.gridHint}</p>
${heatMap(matrix, texts)}`;

function legend({ report, verdict, means }: Texts): Markup {
  const glyph = glyphsFor({ unicode: true }).verdict;
  return markup`<dl class="legend" aria-label="${report.legend}">${VERDICTS.map(
    (name) =>
      markup`<div><dt class="cell ${name}"><b aria-hidden="true">${glyph[name]}</b> ${verdict[name]}</dt><dd>${means[name]}</dd></div>`,
  )}</dl>`;
}

/** Only what occurs can be chosen. Without the page's script there is nothing to filter with, and they stay hidden. */
function filters({ attacks, trials }: Matrix, { report, property, position, verdict }: Texts): Markup {
  const select = (id: string, label: string, options: readonly (readonly [string, string])[]): Markup =>
    markup`<label>${label} <select id="by-${id}"><option value="">${report.all}</option>${options.map(
      ([value, text]) => markup`<option value="${value}">${text}</option>`,
    )}</select></label>`;
  const of = <T extends string>(all: readonly T[], there: (one: T) => boolean, words: Record<T, string>) =>
    all.filter(there).map((one) => [one, words[one]] as const);
  return markup`<form class="filters" hidden aria-label="${report.filters}"><span>${report.filters}</span>
${select(
  'property',
  report.byProperty,
  of(PROPERTIES, (one) => attacks.some((attack) => attack.property === one), property),
)}
${select(
  'position',
  report.byPosition,
  of(POSITIONS, (one) => attacks.some((attack) => attack.position === one), position),
)}
${select(
  'verdict',
  report.byVerdict,
  of(VERDICTS, (one) => trials.some((trial) => trial.verdict === one), verdict),
)}
<output id="shown" role="status"></output></form>`;
}
