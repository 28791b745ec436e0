import { useEffect, useRef } from 'preact/hooks';
import type { TrialResult } from '../../src/model/results.js';
import type { StudioAttack, StudioCatalogue } from '../../src/model/studio.js';
import { useWords } from './context.js';
import { GLYPH } from './glyphs.js';

/** A column under way or done: what it was asked for, and the cells that have come. */
export interface ColumnState {
  readonly stack: string;
  readonly seed: number;
  readonly cells: Readonly<Record<string, TrialResult>>;
  readonly running: boolean;
}

interface ColumnProps {
  readonly catalogue: StudioCatalogue;
  readonly column: ColumnState;
  /** The choice has moved on since. */
  readonly stale: boolean;
  readonly onPick: (attack: string) => void;
  readonly onStop: () => void;
}

/** The rows of a column: those of the default grid. */
export const rowsOf = ({ attacks }: StudioCatalogue): readonly StudioAttack[] =>
  attacks.filter(({ grid }) => grid);

/** Every attack of the grid against one stack, each cell as it comes; a click picks the attack. */
export function Column({ catalogue, column, stale, onPick, onStop }: ColumnProps) {
  const words = useWords();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView({ block: 'start' }), [column.stack, column.seed]);
  const rows = rowsOf(catalogue);
  const done = Object.values(column.cells);
  const through = done.filter(({ verdict }) => verdict === 'breached').length;
  return (
    <section ref={section} class={stale ? 'column stale' : 'column'}>
      <h2>{words.column}</h2>
      <p aria-live="polite">
        <code>{column.stack}</code> · {words.columnOf(done.length, rows.length)} ·{' '}
        <b>{words.columnOpen(through, done.length)}</b>
        {stale && <> ({words.columnStale})</>}{' '}
        {column.running && (
          <button type="button" onClick={onStop}>
            {words.columnStop}
          </button>
        )}
      </p>
      {catalogue.scenarios.map(({ id, title }) => {
        const own = rows.filter(({ scenario }) => scenario === id);
        return own.length === 0 ? null : (
          <div key={id} class="family">
            <h3>{words.said(title)}</h3>
            <ul>
              {own.map((attack) => (
                <Cell key={attack.id} attack={attack} result={column.cells[attack.id]} onPick={onPick} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

interface CellProps {
  readonly attack: StudioAttack;
  readonly result: TrialResult | undefined;
  readonly onPick: (attack: string) => void;
}

function Cell({ attack: { id, title }, result, onPick }: CellProps) {
  const words = useWords();
  const verdict = result?.verdict;
  return (
    <li>
      <button
        type="button"
        class={`cell ${verdict ?? 'waiting'}`}
        title={words.said(title)}
        onClick={() => onPick(id)}
      >
        <span class="glyph" aria-hidden="true">
          {verdict ? GLYPH[verdict] : '…'}
        </span>
        <span class="name">{id.slice(id.indexOf('/') + 1)}</span>
        <span class="word">{verdict ? words.shortVerdict[verdict] : ''}</span>
      </button>
    </li>
  );
}
