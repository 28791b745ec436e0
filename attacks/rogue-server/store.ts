/**
 * A rogue server keeps every message that it relays and reads it at leisure. It needs no trick: relaying means having
 * the bytes. Only what the peers seal under a key that the server never had stays hidden from it, and where they agree
 * on keys, it must not be the server that they agree with. CWE-311.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { EVERY_WAY, guessFrom } from '../guess.js';
import { hasEpochs, ownHost } from './own-host.js';

const OWN_HOST: Tactic = { id: 'own-host', does: 'announces an epoch of its own to Bob' };

export default defineAttack<'relay', Tactic>({
  id: 'rogue-server/store',
  title: 'The server keeps and reads what it relays',
  position: 'relay',
  property: 'confidentiality',
  needs: [],
  alarms: [],
  // Somebody comes while the server reads along: what her program is told of keys, it is told, too.
  circumstances: { meanwhile: [{ do: 'join', who: 'dave' }] },
  cwe: [311],
  sources: ['RFC 7624 §5.1'],
  tactics: (wire) => [...EVERY_WAY, ...(hasEpochs(wire) ? [OWN_HOST] : [])],
  adversary: (relay, { id, does }, tools) => {
    const stored: string[] = [];
    const host = id === OWN_HOST.id ? ownHost(relay, tools, 'bob') : null;
    return {
      begin: async () => {
        if (!host) return;
        tools.did(does);
        host.announce();
        await tools.settle();
      },
      forward: ({ bytes }) => {
        stored.push(bytes);
        host?.hear(bytes);
        return { do: 'forward' };
      },
      guess: () => {
        tools.did(`has stored ${stored.length} deliveries and ${EVERY_WAY[0]!.does}`);
        return guessFrom([...(host ? [host.key] : []), ...new Set(stored)], tools);
      },
    };
  },
});
