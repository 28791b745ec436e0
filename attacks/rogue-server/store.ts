/**
 * A rogue server keeps every message that it relays and reads it at leisure. It needs no trick: relaying means having
 * the bytes. Only what the peers seal under a key that the server never had stays hidden from it, and where they agree
 * on keys, it must not be the server that they agree with. CWE-311.
 */
import { type Capabilities, defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { EVERY_WAY, guessFrom } from '../guess.js';
import { hasEpochs, type KeyAgent, ownHost, ownMember } from './own-host.js';

interface Storing extends Tactic {
  /** Also takes part in how the members agree on keys. */
  readonly agent?: (relay: Capabilities['relay'], tools: Tools) => KeyAgent;
}

const AGENTS: readonly Storing[] = [
  {
    id: 'own-host',
    does: 'announces an epoch of its own to Bob',
    agent: (relay, tools) => ownHost(relay, tools, 'bob'),
  },
  {
    id: 'own-member',
    does: "asks for the key of the epoch in Bob's name",
    agent: (relay, tools) => ownMember(relay, tools, 'bob'),
  },
];

export default defineAttack<'relay', Storing>({
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
  tactics: (wire) => [...EVERY_WAY, ...(hasEpochs(wire) ? AGENTS : [])],
  adversary: (relay, { does, agent: asAgent }, tools) => {
    const stored: string[] = [];
    const agent = asAgent?.(relay, tools);
    return {
      begin: async () => {
        if (!agent) return;
        tools.did(does);
        agent.begin();
        await tools.settle();
      },
      forward: ({ bytes }) => {
        stored.push(bytes);
        agent?.hear(bytes);
        return { do: 'forward' };
      },
      guess: () => {
        tools.did(`has stored ${stored.length} deliveries and ${EVERY_WAY[0]!.does}`);
        return guessFrom([...(agent?.keys ?? []), ...new Set(stored)], tools);
      },
    };
  },
});
