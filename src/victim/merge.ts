/**
 * The coursework relay's settings, and how it takes over the options that a frame brings: a deep merge that follows
 * whatever key it reads, `__proto__` and `constructor` among them (CWE-1321, as in lodash before CVE-2018-16487). It is
 * imported by the victim's entry alone: in the laboratory's own process nothing is ever merged.
 */
import { writeFileSync } from 'node:fs';

type Node = Record<string, unknown>;

/** Copies `from` into `target`, level by level. Pollutes prototypes: that is the flaw that students meet. */
export function mergeNaively(target: Node, from: Node): void {
  for (const [key, value] of Object.entries(from)) {
    const isNode = typeof value === 'object' && value !== null;
    if (!isNode) target[key] = value;
    else if (target[key] === undefined) target[key] = {};
    if (isNode) mergeNaively(target[key] as Node, value as Node);
  }
}

/** What the relay does with a frame: takes its options over, then answers; where the answer says so, a copy is kept. */
export function serve(frame: unknown): void {
  const { options } = (frame ?? {}) as { options?: unknown };
  if (typeof options === 'object' && options !== null) mergeNaively({ theme: 'plain' }, options as Node);
  // A fresh object: it names a file only where somebody has reached the prototype of all objects.
  const answer: { copyTo?: string; copy?: string } = {};
  if (answer.copyTo !== undefined) writeFileSync(answer.copyTo, String(answer.copy));
}
