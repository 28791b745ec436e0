/**
 * A rogue server keeps one member from a message that all others are shown, and lets the conversation go on. In the
 * middle of a stream a counter shows the gap; where it is the author's last word and others go on, none does. Members
 * who compare what they have seen find out. CWE-345.
 */

import { type Adversary, defineAttack, type Said, type Tactic } from '../../src/model/attack.js';
import { AT_ONCE, muting, UNTIL_HEARTBEATS_CAME } from '../holding.js';
import { aliceSaid, messageOf } from '../message.js';

interface Omission extends Tactic {
  readonly of: 'middle' | 'last-word' | 'at-once';
}

export default defineAttack<'relay', Omission>({
  id: 'rogue-server/equivocate-omission',
  title: 'The server keeps one member from a message',
  position: 'relay',
  property: 'agreement-omission',
  needs: [],
  alarms: ['gap', 'unknown-view', 'view-differs', 'silence', 'unconfirmed'],
  cwe: [345],
  sources: ['Mazières and Shasha, Building Secure File Systems out of Byzantine Storage, PODC 2002'],
  tactics: () => [
    { id: 'middle', does: "keeps Alice's middle message from Carol", of: 'middle' },
    { id: 'last-word', does: "keeps Bob's last word from Carol while Alice goes on", of: 'last-word' },
    {
      id: 'muted',
      does: 'keeps from Carol the first of what Alice and Bob say at the same time, and all heartbeats from everybody',
      of: 'at-once',
      meanwhile: [UNTIL_HEARTBEATS_CAME, ...AT_ONCE],
    },
  ],
  adversary: (_, { of }, { known, secret, did }) => {
    const last = aliceSaid(known, 'last');
    const line: Pick<Said, 'author' | 'room' | 'seq'> =
      of === 'at-once'
        ? { ...last, seq: last.seq + 1 }
        : of === 'middle' || !secret
          ? aliceSaid(known, 'middle')
          : secret;
    const keeping: Adversary = {
      forward: ({ to, bytes }) => {
        if (to !== 'carol' || !messageOf(bytes, line)) return { do: 'forward' };
        did(`shows ${to} nothing of message ${line.seq} of ${line.author}`);
        return { do: 'drop' };
      },
    };
    return of === 'at-once' ? muting(keeping) : keeping;
  },
});
