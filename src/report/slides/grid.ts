import type { Matrix } from '../../model/results.js';
import { VERDICTS } from '../../model/verdict.js';
import { glyphsFor } from '../glyphs.js';
import { finder } from '../grid.js';
import { type Markup, markup } from '../markup.js';
import type { Texts } from '../texts/index.js';
import type { Slide } from './slide.js';

const GLYPH = glyphsFor({ unicode: true }).verdict;
/** Rows and columns that a slide holds in letters that can be read; with few columns the word stands in each cell. */
const ROWS = 8;
const COLUMNS = 6;
const WITH_WORDS = 4;

/** The grid on as many slides as it needs, each with its heads and the key of its signs. */
export function gridSlides(matrix: Matrix, texts: Texts): Slide[] {
  const pages = chunks(matrix.defenses, COLUMNS).flatMap((defenses) =>
    chunks(matrix.attacks, ROWS).map((attacks) => table({ ...matrix, attacks, defenses }, texts)),
  );
  return pages.map((content, n) => ({
    title: pages.length === 1 ? texts.deck.grid : texts.deck.gridTitle(`${n + 1}`, `${pages.length}`),
    content,
    notes: texts.deck.notes.grid,
  }));
}

function table(matrix: Matrix, { deck, verdict, shortVerdict }: Texts): Markup {
  const { attacks, defenses } = matrix;
  const find = finder(matrix);
  const words = defenses.length <= WITH_WORDS;
  const cell = (attack: string, defense: string): Markup => {
    const trial = find(attack, defense);
    if (!trial) return markup`<td></td>`;
    const name = trial.verdict;
    return words
      ? markup`<td class="${name}"><b aria-hidden="true">${GLYPH[name]}</b> ${shortVerdict[name]}</td>`
      : markup`<td class="${name}"><b role="img" aria-label="${verdict[name]}">${GLYPH[name]}</b></td>`;
  };
  const there = VERDICTS.filter((name) => matrix.trials.some((trial) => trial.verdict === name));
  return markup`<table><thead><tr><th scope="col">${deck.attackHead}</th>${defenses.map(({ id }) => markup`<th scope="col">${id}</th>`)}</tr></thead>
<tbody>${attacks.map(
    ({ id }) =>
      markup`<tr><th scope="row">${id}</th>${defenses.map((defense) => cell(id, defense.id))}</tr>
`,
  )}</tbody></table>
${words ? null : markup`<p class="key">${there.map((name) => markup`<span><b>${GLYPH[name]}</b> ${verdict[name]}</span> `)}</p>`}`;
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}
