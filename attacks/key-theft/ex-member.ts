/**
 * Mallory was a member and has left, as people do; her program and her connection are still there. A relay that sends
 * to every open connection sends to her too, and a group's key that does not change opens it. A relay that knows its
 * members withholds what is not for her; a key that is drawn anew when somebody leaves, and not made of the one before,
 * does without the relay's good will. CWE-613.
 */
import { hash } from 'node:crypto';
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { guessFrom } from '../guess.js';

/** Epochs that may begin after she has left. */
const LINKS = 4;

/** What a chain of SHA-256 makes of each key that was stored, 32 bytes in base64: the keys that follow, where one is the hash of the one before. In hex. */
function chains(text: string): string[] {
  const keys = text.match(/(?<=")[A-Za-z0-9+/]{43}=(?=")/g) ?? [];
  return keys.flatMap((key) => {
    const chain: Buffer[] = [Buffer.from(key, 'base64')];
    for (let link = 0; link < LINKS; link++) chain.push(hash('sha256', chain.at(-1)!, 'buffer'));
    return chain.map((bytes) => bytes.toString('hex'));
  });
}

export default defineAttack<'insider', Tactic>({
  id: 'key-theft/ex-member',
  title: 'A member who has left reads on',
  position: 'insider',
  property: 'confidentiality',
  needs: [],
  alarms: [],
  cwe: [613],
  sources: ['CWE-613, Insufficient Session Expiration', 'RFC 9420 §12.1.3'],
  tactics: () => [
    { id: 'reads-on', does: 'leaves the room, keeps her connection and her keys, and reads on' },
    { id: 'once-more', does: 'leaves the room, comes back, leaves it once more at once, and reads on' },
  ],
  adversary: ({ join, leave, connection, stored, open }, { id, does }, tools) => ({
    begin: async () => {
      tools.did(does);
      await leave();
      if (id === 'reads-on') return;
      await join(tools.room);
      await leave();
    },
    guess: () =>
      guessFrom(
        [...stored().flatMap(chains), ...connection.received],
        { ...tools, own: { ...tools.own, open } },
        ['read', 'own-keys', 'found-keys'],
      ),
  }),
});
