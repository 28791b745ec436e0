/**
 * A rogue server keeps every message that it relays and reads it at leisure. It needs no trick: relaying means having
 * the bytes. Only what the peers seal under a key that the server never had stays hidden from it. CWE-311.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { EVERY_WAY, guessFrom } from '../guess.js';

export default defineAttack<'relay', Tactic>({
  id: 'rogue-server/store',
  title: 'The server keeps and reads what it relays',
  position: 'relay',
  property: 'confidentiality',
  needs: [],
  alarms: [],
  cwe: [311],
  sources: ['RFC 7624 §5.1'],
  tactics: () => EVERY_WAY,
  adversary: (_, { does }, tools) => {
    const stored: string[] = [];
    return {
      forward: ({ bytes }) => {
        stored.push(bytes);
        return { do: 'forward' };
      },
      guess: () => {
        tools.did(`has stored ${stored.length} deliveries and ${does}`);
        return guessFrom([...new Set(stored)], tools);
      },
    };
  },
});
