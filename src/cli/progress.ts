import { words } from './language.js';

/** One line on standard error that counts the cells; nothing unless somebody sits at a terminal and wants it. */
export interface Progress {
  count(done: number, of: number): void;
  /** Wipes the line. */
  end(): void;
}

const START_OF_LINE = '\r';
const WIPE = '\r\u001b[K';

export function progressOn(err: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>, quiet: boolean): Progress {
  if (quiet || !err.isTTY) return { count: () => {}, end: () => {} };
  return {
    count: (done, of) => void err.write(`${START_OF_LINE}mallory: ${words().progress(done, of)}`),
    end: () => void err.write(WIPE),
  };
}
