/**
 * A rogue server shows members two authors in different orders: Bob reads Alice first, Carol reads Bob first. Every
 * message is genuine, arrives once, and each author's own stay in order. Only members who compare what they have seen,
 * under signatures, find out. CWE-345.
 */
import { type Adversary, defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { holdingBack } from '../holding.js';
import { asMessage } from '../message.js';

/** Two who speak at once, neither having read the other: nobody’s words say which came first. */
const atOnce: Tactic = {
  id: 'side-by-side',
  does: 'swaps for Carol what Alice and Bob say at the same time',
  meanwhile: [
    { do: 'say', author: 'alice', text: 'I take the early train.' },
    { do: 'say', author: 'bob', text: 'The shop is closed today.', atOnce: true },
    { do: 'say', author: 'carol', text: 'See you tomorrow, then.' },
  ],
};

export default defineAttack<'relay', Tactic>({
  id: 'rogue-server/equivocate-order',
  title: 'The server shows members different orders',
  position: 'relay',
  property: 'agreement-order',
  needs: [],
  alarms: ['unknown-view', 'view-differs'],
  cwe: [345],
  sources: ['Mazières and Shasha, Building Secure File Systems out of Byzantine Storage, PODC 2002'],
  tactics: () => [
    {
      id: 'carol-reads-bob-first',
      does: 'shows Carol Bob’s message before Alice’s, and the others Alice’s first',
    },
    atOnce,
  ],
  adversary: (_, { id }, tools) =>
    id === atOnce.id ? swapping(tools) : holdingBack(tools, (to) => to === 'carol'),
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
