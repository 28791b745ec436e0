/** Which revived sources a frame carries, and whether this trial's own attack minted every one of them. */
import { createHash } from 'node:crypto';
import { MARKER } from '../chat/reviving.js';

/** What an attack puts on the allowlist for each source it writes: SHA-256, hex, of the source without its marker. */
export function mint(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}

/** Throws SyntaxError where the frame is not JSON. */
export function isForeign(frame: string, minted: ReadonlySet<string>): boolean {
  return sourcesIn(frame).some((source) => !isWellFormed(source) || !minted.has(mint(source)));
}

const REACHES_PROTOTYPES = new Set(['__proto__', 'constructor', 'prototype']);

/** Options that reach a prototype when they are merged are code by another name, and stand on the allowlist as a whole. */
function polluting({ options }: { readonly options?: unknown }): string[] {
  const rest: unknown[] = [options];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Object.keys(value).some((key) => REACHES_PROTOTYPES.has(key))) return [textOf(options)];
    for (const inner of Object.values(value)) rest.push(inner);
  }
  return [];
}

/** JSON again; where it nests too deep for that, a text that is not well-formed, so that no allowlist has it. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '\ud800';
  }
}

// With a stack of its own: a frame that overflows the victim's recursive decoder must not overflow the laboratory.
function sourcesIn(frame: string): string[] {
  const parsed: unknown = JSON.parse(frame);
  const sources: string[] = polluting(Object(parsed));
  const rest: unknown[] = [parsed];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string' && value.startsWith(MARKER)) sources.push(value.slice(MARKER.length));
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) rest.push(inner);
  }
  return sources;
}

// A lone surrogate hashes like U+FFFD, so two different sources would share one place on the allowlist.
function isWellFormed(source: string): boolean {
  return Buffer.from(source).toString() === source;
}
