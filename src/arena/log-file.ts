import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const open = new Set<LogFile>();
process.once('exit', () => {
  for (const file of open) file.remove();
});

/** A log on disk, in a directory of its own that only this user can read; removed with the trial. */
export class LogFile {
  readonly #directory = mkdtempSync(join(tmpdir(), 'mallory-log-'));
  readonly #path = join(this.#directory, 'chat.log');
  readonly #file = openSync(this.#path, 'ax', 0o600);

  constructor() {
    open.add(this);
  }

  /** What a program still says when the trial is over goes nowhere: the descriptor may be another file's by then. */
  write(line: string): void {
    if (open.has(this)) writeSync(this.#file, `${line}\n`);
  }

  read(): string {
    return readFileSync(this.#path, 'utf8');
  }

  remove(): void {
    if (!open.delete(this)) return;
    closeSync(this.#file);
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
