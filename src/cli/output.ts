import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { visible } from '../report/sanitize.js';
import { MachineRefuses, WrongUsage } from './exit.js';
import { words } from './language.js';

/** Writes a text to a file: whole, or not at all. Throws MachineRefuses. */
export type Save = (text: string) => void;

/** Answers how to write to `file`, after having made sure that it can be: nobody fights for a result that is lost. */
export function saver(file: string): Save {
  return refusing(file, () => {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory())
      throw new MachineRefuses(words().refused.write(visible(file), words().refused.isDirectory));
    // A device or a pipe is written to; a rename would put a file into its place.
    if (stats && !stats.isFile()) return (text) => refusing(file, () => writeFileSync(file, text));
    return fileSaver(file, stats);
  });
}

/** The text goes to a file beside the target, which then takes its place: a reader sees the old or the new, whole. */
function fileSaver(file: string, stats: Stats | undefined): Save {
  if (stats) accessSync(file, constants.W_OK);
  // Through a link, the file that it points to is replaced, not the link.
  const target = stats ? realpathSync(file) : resolve(file);
  const mode = stats ? stats.mode & 0o777 : 0o666;
  const beside = (): string =>
    join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}`);
  writeWhole(beside(), '', mode, () => {});
  return (text) =>
    refusing(file, () => writeWhole(beside(), text, mode, (written) => renameSync(written, target)));
}

/** Writes a new file, hands it on, and leaves nothing of it behind. */
function writeWhole(path: string, text: string, mode: number, then: (path: string) => void): void {
  const descriptor = openSync(path, 'wx', mode);
  try {
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    then(path);
  } finally {
    rmSync(path, { force: true });
  }
}

function refusing<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof MachineRefuses) throw error;
    const why: Readonly<Record<string, string>> = words().refused.why;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new MachineRefuses(words().refused.write(visible(file), why[code] ?? message));
  }
}

/** Two texts in one file are none. Throws WrongUsage. */
export function refuseSameFile(
  output: string | undefined,
  other: string | undefined,
  flag: '--trace' | '--html' | '--in-french' = '--trace',
  first: '--output' | '--html' = '--output',
): void {
  if (output !== undefined && other !== undefined && resolve(output) === resolve(other))
    throw new WrongUsage(words().wrong.sameFile(first, flag, visible(output)));
}
