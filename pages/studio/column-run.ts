import { useRef, useState } from 'preact/hooks';
import type { StudioCatalogue } from '../../src/model/studio.js';
import type { Api } from './api.js';
import { type ColumnState, rowsOf } from './column.js';

export interface ColumnRun {
  readonly column: ColumnState | null;
  readonly start: (stack: string, parts: readonly string[], seed: number) => Promise<void>;
  readonly stop: () => void;
}

/** Asks for one cell after the other, so that each can be looked at as soon as it is there. */
export function useColumn(
  api: Api,
  catalogue: StudioCatalogue | null,
  onError: (error: unknown) => void,
): ColumnRun {
  const [column, setColumn] = useState<ColumnState | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = (): void => running.current?.abort();
  const start = async (stack: string, parts: readonly string[], seed: number): Promise<void> => {
    if (!catalogue) return;
    stop();
    const own = new AbortController();
    running.current = own;
    setColumn({ stack, seed, cells: {}, running: true });
    const update = (change: (before: ColumnState) => ColumnState): void => {
      if (running.current === own) setColumn((before) => before && change(before));
    };
    try {
      for (const { id } of rowsOf(catalogue)) {
        const cell = await api.cell({ attack: id, parts, seed }, own.signal);
        update((before) => ({ ...before, cells: { ...before.cells, [id]: cell } }));
      }
    } catch (error) {
      if (!own.signal.aborted) onError(error);
    }
    update((before) => ({ ...before, running: false }));
  };
  return { column, start, stop };
}
