import type { AttackResult, Matrix } from '../../model/results.js';
import { VERDICTS } from '../../model/verdict.js';
import { glyphsFor } from '../glyphs.js';
import { finder, shortName } from '../grid.js';
import { type Markup, markup } from '../markup.js';
import type { Texts } from '../texts/index.js';
import type { Slide } from './slide.js';

const GLYPH = glyphsFor({ unicode: true }).verdict;
/** Rows and columns that a slide holds in letters that can be read; with few columns the word stands in each cell. */
const ROWS = { short: 9, long: 6 };
const COLUMNS = 7;
const WITH_WORDS = 4;

/** The grid on as many slides as it needs, each with its heads and the key of its signs. */
export function gridSlides(matrix: Matrix, texts: Texts): Slide[] {
  // Within one scenario, names are short.
  const one = new Set(matrix.attacks.map(({ scenario }) => scenario)).size === 1;
  const name = (attack: AttackResult): string => (one ? shortName(attack) : attack.id);
  const pages = chunks(matrix.defenses, COLUMNS).flatMap((defenses) =>
    chunks(matrix.attacks, one ? ROWS.short : ROWS.long).map((attacks) =>
      table({ ...matrix, attacks, defenses }, name, texts),
    ),
  );
  return pages.map((content, n) => ({
    title: pages.length === 1 ? texts.deck.grid : texts.deck.gridTitle(`${n + 1}`, `${pages.length}`),
    content,
    notes: texts.deck.notes.grid,
  }));
}

function table(
  matrix: Matrix,
  name: (attack: AttackResult) => string,
  { deck, verdict, shortVerdict }: Texts,
): Markup {
  const { attacks, defenses } = matrix;
  const find = finder(matrix);
  const words = defenses.length <= WITH_WORDS;
  const cell = (attack: string, defense: string): Markup => {
    const trial = find(attack, defense);
    if (!trial) return markup`<td></td>`;
    const word = trial.verdict;
    return words
      ? markup`<td class="${word}"><b aria-hidden="true">${GLYPH[word]}</b> ${shortVerdict[word]}</td>`
      : markup`<td class="${word}"><b role="img" aria-label="${verdict[word]}">${GLYPH[word]}</b></td>`;
  };
  const there = VERDICTS.filter((word) => matrix.trials.some((trial) => trial.verdict === word));
  return markup`<table><thead><tr><th scope="col">${deck.attackHead}</th>${defenses.map(({ id }) => markup`<th scope="col">${id}</th>`)}</tr></thead>
<tbody>${attacks.map(
    (attack) =>
      markup`<tr><th scope="row">${name(attack)}</th>${defenses.map(({ id }) => cell(attack.id, id))}</tr>
`,
  )}</tbody></table>
${words ? null : markup`<p class="key">${there.map((word) => markup`<span><b>${GLYPH[word]}</b> ${verdict[word]}</span> `)}</p>`}`;
}

/** Pieces of at most `most`, as even as can be. */
function chunks<T>(all: readonly T[], most: number): T[][] {
  const pages = Math.ceil(all.length / most);
  const size = Math.ceil(all.length / Math.max(1, pages));
  return Array.from({ length: pages }, (_, n) => all.slice(n * size, (n + 1) * size));
}
