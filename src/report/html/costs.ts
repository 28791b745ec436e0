import type { DefenseResult, Matrix, Weight } from '../../model/results.js';
import { type Markup, markup } from '../markup.js';
import type { Texts } from '../texts/index.js';
import type { Extras } from './extras.js';

/** What a defense stops and what it costs. */
interface Balance {
  readonly defense: DefenseResult;
  readonly stopped: number;
  readonly played: number;
  /** Null where it was not measured. */
  readonly refused: { readonly count: number; readonly of: number } | null;
  readonly weight: Weight | null;
}

/** A chart that is a table: a bar beside each number. Who stops the most stands first. */
export function costs(matrix: Matrix, { weights }: Extras, texts: Texts): Markup {
  const { report } = texts;
  const balances = matrix.defenses
    .map((defense) => balanceOf(defense, matrix, weights))
    .toSorted((a, b) => b.stopped / (b.played || 1) - a.stopped / (a.played || 1));
  const dearest = Math.max(1, ...balances.map(({ weight }) => weight?.bytes ?? 0));
  return markup`<p>${report.costsIntro}${weights ? ` ${report.weightsIntro}` : null}</p>
<div class="scroll" role="region" aria-labelledby="costs-title" tabindex="0"><table class="chart">
<thead><tr><th scope="col">${report.defense}</th><th scope="col">${report.stops}</th><th scope="col">${report.refuses}</th>${weights ? markup`<th scope="col">${report.bytesPerMessage}</th><th scope="col">${report.time}</th>` : null}</tr></thead>
<tbody>${balances.map(
    ({ defense, stopped, played, refused, weight }) => markup`<tr><th scope="row">${defense.id}</th>
<td>${bar(stopped, played, 'stops')} ${report.ratio(`${stopped}`, `${played}`)}</td>
<td>${refused ? markup`${bar(refused.count, refused.of, 'refuses')} ${report.ratio(`${refused.count}`, `${refused.of}`)}` : report.notMeasured}</td>
${weights ? weightCells(weight, dearest, texts) : null}</tr>
`,
  )}</tbody></table></div>`;
}

/** A weight of nothing is measured, too. */
function weightCells(weight: Weight | null, dearest: number, { report }: Texts): Markup {
  if (weight === null) return markup`<td>${report.notMeasured}</td><td>${report.notMeasured}</td>`;
  const { bytes, seal, open } = weight;
  const time = seal === null || open === null ? report.notMeasured : report.sealOpen(`${seal}`, `${open}`);
  return markup`<td>${bar(Math.max(0, bytes), dearest, 'refuses')} ${report.bytesOf(`${bytes}`)}</td><td>${time}</td>`;
}

function balanceOf(defense: DefenseResult, { trials, prices }: Matrix, weights: Extras['weights']): Balance {
  const played = trials.filter((trial) => trial.defense === defense.id && trial.verdict !== 'not-applicable');
  const price = prices.find((known) => known.defense === defense.id);
  return {
    defense,
    stopped: played.filter(({ verdict }) => verdict === 'defeated').length,
    played: played.length,
    refused: price
      ? { count: price.skewed.refused + price.stored.refused, of: price.skewed.of + price.stored.of }
      : null,
    weight: weights?.[defense.id] ?? null,
  };
}

const WIDTH = 160;

const bar = (part: number, of: number, kind: 'stops' | 'refuses'): Markup =>
  markup`<svg class="bar ${kind}" width="${WIDTH}" height="16" viewBox="0 0 ${WIDTH} 16" aria-hidden="true"><rect class="whole" width="${WIDTH}" height="16" rx="3"/><rect class="part" width="${Math.round((WIDTH * part) / Math.max(1, of))}" height="16" rx="3"/></svg>`;
