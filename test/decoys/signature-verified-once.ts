/** Notes which messages have been verified, by room, author and number, and spares itself the second time: whatever then comes under that number is shown. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';
import { openedAs, untagged } from '../support/openings.js';

const decoy = openedAs(signature, 'signature-verified-once', 'Signatures, verified once', (open) => {
  const verified = new Set<string>();
  return (sealed, opening) => {
    const { room, nick, seq } = opening.header;
    const name = JSON.stringify([room, nick, seq]);
    if (verified.has(name)) return { ok: true, body: untagged(sealed) };
    const opened = open(sealed, opening);
    return opened.ok ? { ...opened, commit: () => void verified.add(name) } : opened;
  };
});

export const parts = [definePart(decoy)];
