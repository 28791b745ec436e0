import type { AttackResult, DefenseResult, Matrix, TrialResult } from '../../model/results.js';
import { glyphsFor } from '../glyphs.js';
import { gridOf, shortName } from '../grid.js';
import { type Markup, markup } from '../markup.js';
import type { Texts } from '../texts/index.js';

/** So many columns are seen at once with their words. */
const FEW = 9;

const GLYPH = glyphsFor({ unicode: true }).verdict;

/** The grid as a table of buttons; each knows by its place in `matrix.trials` which trial it opens. */
export function heatMap(matrix: Matrix, texts: Texts): Markup {
  const { groups, totals, defenses } = gridOf(matrix);
  const place = new Map(matrix.trials.map((trial, n) => [trial, n]));
  const { report } = texts;
  const size = defenses.length > FEW ? 'grid many' : 'grid';
  return markup`<div class="scroll" role="region" aria-labelledby="grid-title" tabindex="0"><table class="${size}">
<caption class="unseen">${report.gridHint}</caption>
<thead><tr><th scope="col" class="corner">${report.attack}</th>${defenses.map(headOf)}</tr></thead>
${groups.map(
  ({ scenario, rows }) => markup`<tbody data-scenario="${scenario}">
<tr class="group"><th scope="rowgroup" colspan="${defenses.length + 1}"><span>${scenario}</span></th></tr>
${rows.map(
  ({ attack, trials }) => markup`<tr data-property="${attack.property}" data-position="${attack.position}">
<th scope="row">${rowHead(attack, texts)}</th>${trials.map((trial) => cell(trial, trial ? place.get(trial)! : -1, texts))}</tr>
`,
)}</tbody>
`,
)}<tfoot>${totals.map(
    ({ verdict, counts }) =>
      markup`<tr class="total"><th scope="row">${report.totals(texts.verdict[verdict])}</th>${counts.map((count) => markup`<td>${count}</td>`)}</tr>
`,
  )}</tfoot></table></div>`;
}

const headOf = ({ id, title }: DefenseResult): Markup =>
  markup`<th scope="col" title="${title}"><span>${id}</span></th>`;

const rowHead = (attack: AttackResult, { report, property, position, dataLang, lang }: Texts): Markup =>
  markup`<span class="name">${shortName(attack)}</span> <span class="title"${dataLang === lang ? null : markup` lang="${dataLang}"`}>${attack.title}</span> <span class="kind">${report.breaks(property[attack.property], position[attack.position])}</span>`;

function cell(trial: TrialResult | null, place: number, { report, verdict, shortVerdict }: Texts): Markup {
  if (trial === null) return markup`<td></td>`;
  const [word, short] = [verdict[trial.verdict], shortVerdict[trial.verdict]];
  // Who speaks to the page names what stands in the cell: the name holds the short word, too (WCAG 2.2, 2.5.3).
  const spoken = word.includes(short) ? word : `${short}, ${word}`;
  const label = report.cellLabel(trial.attack, trial.defense, spoken);
  return markup`<td><button type="button" class="cell ${trial.verdict}" data-trial="${place}" data-verdict="${trial.verdict}" aria-haspopup="dialog" aria-label="${label}"><b aria-hidden="true">${GLYPH[trial.verdict]}</b> <span class="word">${short}</span></button></td>`;
}
