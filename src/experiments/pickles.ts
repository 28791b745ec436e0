import { randomBytes } from 'node:crypto';
import { Unproven } from './unproven.js';

/** A Python program in the victim's place. `minted` holds the SHA-256 (hex) of the pickles of this run's own. */
export interface Pickles {
  /** Python's version. */
  readonly version: string;
  /** Whether reading these bytes in this way created the canary file, as the laboratory found it. */
  load(
    bytes: Uint8Array,
    reads: 'pickle' | 'restricted' | 'json',
    canary: { readonly file: string; readonly nonce: string },
  ): Promise<{ readonly executed: boolean; readonly why: string; readonly normalExit: boolean }>;
}

export type Reads = Parameters<Pickles['load']>[1];
type Canary = Parameters<Pickles['load']>[2];

const sourceOf = ({ file, nonce }: Canary): string => `open('${file}', 'w').write('${nonce}')`;

/**
 * What `pickle.dumps(Exploit(), protocol=0)` makes of a class whose `__reduce__` returns `(exec, (source,))`: whoever
 * unpickles it calls `exec(source)` (CWE-502; Python's manual, "pickle", the warning at its top). The source creates
 * one file in the working directory.
 */
export const exploit = (canary: Canary): Uint8Array =>
  Buffer.from(`c__builtin__\nexec\np0\n(V${sourceOf(canary)}\np1\ntp2\nRp3\n.`, 'latin1');

/** The same wish in JSON: a text that is not JSON would be stopped by a parse error, and that is no defense. */
const wishInJson = (canary: Canary): Uint8Array =>
  Buffer.from(JSON.stringify({ __reduce__: ['builtins.exec', [sourceOf(canary)]] }));

/** An honest pickle of one text, which runs nothing. */
export const harmless = (): Uint8Array => Buffer.from('Vhello\np0\n.', 'latin1');

export const freshCanary = (): Canary => ({
  file: `canary-${randomBytes(4).toString('hex')}`,
  nonce: randomBytes(16).toString('hex'),
});

/** What became of the exploit: its code ran, or it was read (or refused by name) and nothing ran. */
export async function unpickled(pickles: Pickles, reads: Reads): Promise<{ readonly ran: boolean }> {
  const canary = freshCanary();
  const bytes = reads === 'json' ? wishInJson(canary) : exploit(canary);
  const { executed, normalExit, why } = await pickles.load(bytes, reads, canary);
  if (!executed && !normalExit) throw new Unproven(`reading the exploit as ${reads} came to no end: ${why}`);
  return { ran: executed };
}
