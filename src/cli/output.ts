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

/** Writes a text to a file: whole, or not at all. Throws MachineRefuses. */
export type Save = (text: string) => void;

/** Answers how to write to `file`, after having made sure that it can be: nobody fights for a result that is lost. */
export function saver(file: string): Save {
  return refusing(file, () => {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory()) throw new MachineRefuses(`cannot write ${visible(file)}: it is a directory`);
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

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'there is no such directory',
  ENOTDIR: 'a part of the path is no directory',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
  ENAMETOOLONG: 'the name is too long',
};

function refusing<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof MachineRefuses) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new MachineRefuses(`cannot write ${visible(file)}: ${WHY[code] ?? message}`);
  }
}

/** Two texts in one file are none. Throws WrongUsage. */
export function refuseSameFile(
  output: string | undefined,
  other: string | undefined,
  flag: '--trace' | '--html' = '--trace',
): void {
  if (output !== undefined && other !== undefined && resolve(output) === resolve(other))
    throw new WrongUsage(`--output and ${flag} both name ${visible(output)}; give them two files`);
}
