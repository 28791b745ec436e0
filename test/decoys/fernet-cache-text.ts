/** Remembers every token as text and reads it as leniently as Node does: one token has many texts. The sound twin remembers bytes and reads one spelling. */
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';
import { encodeBase64url } from '../../src/model/base64.js';
import type { Layer, Part } from '../../src/model/defense.js';

const REPLAYED = { ok: false, code: 'fernet-cache:seen-before' } as const;

/** Fernet with a memory of what it has opened; `read` turns what came into the one token that Fernet takes. */
function remembering(
  read: (text: string) => string,
  place: (text: string) => string,
): NonNullable<Part['layer']> {
  return (keys, host): Layer => {
    const sound = fernet.layer!(keys, host);
    const seen = new Set<string>();
    return {
      ...sound,
      open: (body, opening) => {
        const text = Buffer.from(body).toString();
        if (seen.has(place(text))) return REPLAYED;
        const opened = sound.open(Buffer.from(read(text)), opening);
        return opened.ok ? { ...opened, commit: () => void seen.add(place(text)) } : opened;
      },
    };
  };
}

const respelt = (text: string): string => encodeBase64url(Buffer.from(text, 'base64url'));

const twin = definePart({
  ...fernet,
  id: 'fernet-cache',
  title: 'Fernet that remembers what it has opened',
  insteadOf: 'fernet',
  layer: remembering((text) => text, respelt),
});

const decoy = definePart({
  ...twin,
  id: 'fernet-cache-text',
  title: 'Fernet that remembers how it was spelt',
  layer: remembering(respelt, (text) => text),
});

export const parts = [twin, decoy];
