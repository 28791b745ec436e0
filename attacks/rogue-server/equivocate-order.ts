/**
 * A rogue server shows members two authors in different orders: Bob reads Alice first, Carol reads Bob first. Every
 * message is genuine, arrives once, and each author's own stay in order. Only members who compare what they have seen,
 * under signatures, find out. CWE-345.
 */
import { type Adversary, defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { AT_ONCE, holdingBack, muting, UNTIL_HEARTBEATS_CAME } from '../holding.js';
import { asMessage } from '../message.js';

interface Orders extends Tactic {
  readonly swaps: 'question and answer' | 'side by side' | 'side by side, muted';
}

export default defineAttack<'relay', Orders>({
  id: 'rogue-server/equivocate-order',
  title: 'The server shows members different orders',
  position: 'relay',
  property: 'agreement-order',
  needs: [],
  alarms: ['unknown-view', 'view-differs', 'unconfirmed'],
  cwe: [345],
  sources: ['Mazières and Shasha, Building Secure File Systems out of Byzantine Storage, PODC 2002'],
  tactics: () => [
    {
      id: 'carol-reads-bob-first',
      does: 'shows Carol Bob’s message before Alice’s, and the others Alice’s first',
      swaps: 'question and answer',
    },
    {
      id: 'side-by-side',
      does: 'swaps for Carol what Alice and Bob say at the same time',
      swaps: 'side by side',
      meanwhile: [...AT_ONCE, { do: 'say', author: 'carol', text: 'See you tomorrow, then.' }],
    },
    {
      id: 'muted',
      does: 'swaps for Carol what Alice and Bob say at the same time, and lets no heartbeat pass after it',
      swaps: 'side by side, muted',
      meanwhile: [UNTIL_HEARTBEATS_CAME, ...AT_ONCE],
    },
  ],
  adversary: (_, { swaps }, tools) => {
    if (swaps === 'question and answer') return holdingBack(tools, (to) => to === 'carol');
    return swaps === 'side by side' ? swapping(tools) : muting(swapping(tools));
  },
});

/** Shows Carol the second of two messages that follow the talk before the first of them. */
function swapping({ known, secret, did }: Tools): Adversary {
  const said = (nick: string): number =>
    [...known, ...(secret ? [secret] : [])].filter(({ author }) => author === nick).length;
  const isLater = (bytes: string): boolean => {
    const header = asMessage(bytes)?.header;
    return (header?.nick === 'alice' || header?.nick === 'bob') && header.seq > said(header.nick);
  };
  let first: string | null = null;
  return {
    forward: ({ to, bytes }) => {
      if (to !== 'carol' || !isLater(bytes)) return { do: 'forward' };
      if (first !== null) return [{ do: 'forward' }, { do: 'inject', bytes: first }];
      first = bytes;
      did('holds back from carol what was said first, until the second has come');
      return { do: 'drop' };
    },
  };
}
