import { fernet } from '../../src/defenses/fernet.js';
import { ttl } from '../../src/defenses/ttl.js';
import type { Part } from '../../src/model/defense.js';

/** When each token was taken, in seconds, by its text; Fernet reads one spelling only. */
export type Memory = Map<string, number>;

/** Fernet that remembers every token which it has taken, as far as `tidy` leaves it there; without one it forgets nothing. */
export const remembering = (
  id: string,
  title: string,
  tidy: (seen: Memory, now: number) => void = () => undefined,
): Part => ({
  ...fernet,
  id,
  title,
  insteadOf: 'fernet',
  layer: (keys, host) => {
    const sound = fernet.layer!(keys, host);
    const seen: Memory = new Map();
    return {
      ...sound,
      open: (body, opening) => {
        tidy(seen, opening.now);
        const text = Buffer.from(body).toString();
        if (seen.has(text)) return { ok: false, code: `${id}:seen-before` };
        const opened = sound.open(body, opening);
        return opened.ok ? { ...opened, commit: () => void seen.set(text, opening.now) } : opened;
      },
    };
  },
});

/** The sound one. */
export const memory = remembering('fernet-memory', 'Fernet that remembers every token');

/** One that remembers for so many seconds, and a decoy of `ttl` over it. */
export const forgetting = (kept: number, id: string, title: string): readonly [Part, Part] => [
  remembering(`fernet-of-${kept}`, `Fernet that remembers for ${kept} s`, (seen, now) => {
    for (const [text, at] of seen) if (now - at > kept) seen.delete(text);
  }),
  { ...ttl, id, title, insteadOf: 'ttl', brings: [`fernet-of-${kept}`] },
];
