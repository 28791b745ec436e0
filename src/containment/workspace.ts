/** Directories of a containment: one 0700 root under the system's temporary directory, one fresh inside per victim. */
import { closeSync, mkdirSync, mkdtempSync, openSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContainmentRefused } from './refused.js';

export interface Workspace {
  directory: string;
  /** The victim's working directory, and the only place it may write to. */
  canary: string;
  job: string;
  output: string;
  errors: string;
}

/** realpath: the permission model refuses everything below a temporary directory that is a symbolic link. */
export function makeRoot(): string {
  const temporary = realpathSync(tmpdir());
  // Both characters mean something inside --allow-fs-write, which would then grant more than one directory.
  if (/[,*]/.test(temporary))
    throw new ContainmentRefused('the temporary directory has a , or * in its name');
  return mkdtempSync(join(temporary, 'mallory-'));
}

export function makeWorkspace(root: string): Workspace {
  const directory = mkdtempSync(join(root, 'victim-'));
  const at = (name: string) => join(directory, name);
  const workspace = {
    directory,
    canary: at('canary'),
    job: at('job'),
    output: at('output'),
    errors: at('errors'),
  };
  mkdirSync(workspace.canary, { mode: 0o700 });
  for (const file of [workspace.job, workspace.output, workspace.errors])
    closeSync(openSync(file, 'wx', 0o600));
  return workspace;
}

/** Gives up silently where the victim left a tree that resists; the watchdog removes the root once more at the end. */
export function removeTree(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true, maxRetries: 2 });
  } catch {}
}
