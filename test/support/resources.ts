/** What this process holds open: sockets, servers, timers, children, and the files of its temporary directory. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Handles by kind. What the test runner itself comes and goes with is left out by looking at differences only. */
export function handles(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** What there is more of now than before, of the kinds that a trial opens. */
export function leaked(before: Record<string, number>): Record<string, number> {
  const now = handles();
  const kinds = [
    'TCPSocketWrap',
    'TCPServerWrap',
    'ProcessWrap',
    'PipeWrap',
    'FSReqCallback',
    'ZlibContext',
    'Timeout',
  ];
  const more = kinds.map((kind) => [kind, (now[kind] ?? 0) - (before[kind] ?? 0)] as const);
  return Object.fromEntries(more.filter(([, count]) => count > 0));
}

/** A temporary directory that only this test uses, as `os.tmpdir()` sees it until the test finishes. */
export function ownTemporaryDirectory(): { files(): string[] } {
  const before = process.env.TMPDIR;
  const directory = mkdtempSync(join(tmpdir(), 'mallory-test-'));
  process.env.TMPDIR = directory;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(directory, { recursive: true, force: true });
  });
  return { files: () => readdirSync(directory) };
}
