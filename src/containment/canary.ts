/** The proof of execution: what the parent finds in the canary directory, never what the victim says. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

export interface Canary {
  /** A plain file name, relative to the victim's working directory. */
  file: string;
  /** The trial's fresh secret; the file holds exactly this, in UTF-8. */
  nonce: string;
}

/** Throws TypeError for a name that could point elsewhere and for an empty nonce, which an empty file would prove. */
export function assertCanary({ file, nonce }: Canary): void {
  if (!/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/.test(file))
    throw new TypeError('canary.file is not a plain file name');
  if (nonce === '') throw new TypeError('canary.nonce is empty');
}

/** True for exactly one entry, a regular file of the exact name with the nonce as its whole content. */
export function sings(directory: string, canary: Canary): boolean {
  const entries = readdirSync(directory, { withFileTypes: true });
  const only = entries.length === 1 ? entries[0]! : undefined;
  if (!only?.isFile() || only.name !== canary.file) return false;
  return holds(join(directory, only.name), Buffer.from(canary.nonce));
}

// O_NOFOLLOW: a link to a file elsewhere that happens to hold the nonce is no canary. Reads one byte more than wanted.
function holds(file: string, wanted: Buffer): boolean {
  const descriptor = openSync(
    file,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
  try {
    const found = Buffer.alloc(wanted.length + 1);
    const length = readSync(descriptor, found, 0, found.length, 0);
    return fstatSync(descriptor).nlink === 1 && found.subarray(0, length).equals(wanted);
  } finally {
    closeSync(descriptor);
  }
}
