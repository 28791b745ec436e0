/** What the thefts share: a tapped connection, and the words that a stolen state opens of it. */
import type { Capabilities, Loot, Tools } from '../../src/model/attack.js';
import { guessFrom } from '../guess.js';
import { messagesIn } from '../websocket.js';
import { openedRecords, secretIn } from './tls-records.js';

/**
 * The best guess from all that crossed the connection: read as it stands, and opened with what was stolen. Her copy of
 * the program hears the frames in the order in which the device received them, those about keys too.
 */
export function guessWith(loot: Loot, { bytes }: Capabilities['thief'], tools: Tools): readonly string[] {
  const texts = framesIn(bytes(), loot);
  for (const text of texts) loot.hear(text);
  return guessFrom(texts, { ...tools, own: { ...tools.own, open: loot.open } }, ['read', 'own-keys']);
}

/** The messages of both directions; under TLS as far as the stolen secrets of the connection open it. */
function framesIn({ toPeer, toRelay }: ReturnType<Capabilities['thief']['bytes']>, loot: Loot): string[] {
  const clear = (stream: Uint8Array, side: 'CLIENT' | 'SERVER'): Uint8Array => {
    const secret = secretIn(loot.sessionSecrets, side);
    return secret ? openedRecords(stream, secret) : stream;
  };
  return [...messagesIn(clear(toPeer, 'SERVER')), ...messagesIn(clear(toRelay, 'CLIENT'))];
}
