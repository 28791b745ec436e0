/**
 * Mallory is a member, and the relay is hers as well. She seals two versions of one message of her own, each in order
 * with every key and signature of hers, and the relay gives Carol the one and the others the other. No check of what
 * arrives can refuse either. Members who compare signed views of what they were shown find out. Li et al. 2004; CWE-345.
 */
import { type Adversary, defineAttack, type Tactic } from '../../src/model/attack.js';
import type { WireFormat } from '../../src/model/wire-format.js';
import { editBytes } from '../edit.js';
import { tagField } from '../envelope.js';
import { muting, UNTIL_HEARTBEATS_CAME } from '../holding.js';
import { messageBytes, messageFrame, messageOf, wordOf } from '../message.js';
import { changed } from '../words.js';

interface Versions extends Tactic {
  readonly when: 'begin' | 'end';
  /** The second version; of the first she keeps all that stands beside the words, random numbers too: a digest of those alone is the same for both. */
  readonly alike?: string;
  /** No word of a part passes from then on, or only heartbeats. */
  readonly muted?: 'all' | 'but heartbeats';
  /** How much she says behind it, before anybody else speaks: views that tell only the last have lost it by then. */
  readonly more?: number;
}

// Of one length, and different only at the end: a digest of less than the whole is the same for both.
const FIRST =
  'I have thought for a long time about who our treasurer is to be this year, and I vote for Bob.';
const SECOND =
  'I have thought for a long time about who our treasurer is to be this year, and I vote for Eve.';

const ALIKE: readonly Versions[] = [
  {
    id: 'alike',
    does: 'tells Carol another text than Bob, and changes nothing but the words',
    when: 'end',
    alike: SECOND,
  },
  {
    id: 'alike-checksum',
    does: 'tells Carol another text than Bob, of the same checksum',
    when: 'end',
    alike: changed(FIRST, 'checksum'),
  },
];

/** The envelopes inside a signature, for whoever can sign; none where nothing is signed. */
function beneathSignature({ envelopes }: WireFormat): WireFormat['envelopes'] {
  const at = envelopes.findIndex((envelope) => tagField(envelope)?.algorithm === 'ed25519');
  return at < 0 ? [] : envelopes.slice(at + 1);
}

const reworded = (wire: WireFormat, signed: Uint8Array, words: string): Uint8Array | null =>
  editBytes(
    { ...wire, envelopes: beneathSignature(wire) },
    Buffer.from(signed).toString(),
    messageBytes(FIRST),
    messageBytes(words),
  );

export default defineAttack<'relay+insider', Versions>({
  id: 'insider/two-versions',
  title: 'A member tells two members two things at once',
  position: 'relay+insider',
  property: 'agreement-content',
  needs: [],
  alarms: ['view-differs', 'unknown-view', 'unconfirmed'],
  cwe: [345],
  sources: [
    'Lamport, Shostak and Pease, The Byzantine Generals Problem, 1982',
    'Li, Krohn, Mazières and Shasha, Secure Untrusted Data Repository (SUNDR), OSDI 2004',
  ],
  tactics: (wire) => [
    { id: 'first-word', does: 'tells Carol another text than Bob before anybody has spoken', when: 'begin' },
    { id: 'last-word', does: 'tells Carol another text than Bob when all have spoken', when: 'end' },
    {
      id: 'muted',
      does: 'tells Carol another text than Bob when all have spoken, and lets no heartbeat pass after it',
      when: 'end',
      muted: 'all',
      meanwhile: [UNTIL_HEARTBEATS_CAME],
    },
    {
      id: 'chatter',
      does: 'tells Carol another text than Bob, and talks on until nobody remembers',
      when: 'end',
      more: 64,
    },
    {
      id: 'chatter-unanswered',
      does: 'tells Carol another text than Bob, talks on until nobody remembers, and lets nobody answer meanwhile',
      when: 'end',
      muted: 'but heartbeats',
      more: 64,
    },
    ...(beneathSignature(wire).length > 0 ? ALIKE : []),
  ],
  adversary: (member, { when, alike, muted, more = 0 }, { room, wire, now, did, settle }) => {
    const line = { author: member.nick, room, seq: 1 };
    let other: string | null = null;
    const speak = async (): Promise<void> => {
      const header = { room, nick: member.nick, seq: line.seq, sent: now() };
      const first = member.seal(header, FIRST);
      const second = alike
        ? member.resign(header, first, (signed) => reworded(wire, signed, alike))
        : member.seal(header, SECOND);
      other = second && messageFrame(wire.suite, header, second);
      did(`seals “${FIRST}” and “${alike ?? SECOND}” as one message`);
      member.connection.send(messageFrame(wire.suite, header, first));
      for (let seq = line.seq + 1; seq <= line.seq + more; seq++) {
        const next = { ...header, seq };
        member.connection.send(
          messageFrame(wire.suite, next, member.seal(next, `And another thing: ${seq}.`)),
        );
      }
      await settle();
    };
    const telling: Adversary = {
      [when]: speak,
      forward: ({ to, bytes }) =>
        other !== null && to === 'carol' && messageOf(bytes, line)
          ? { do: 'replace', bytes: other }
          : { do: 'forward' },
    };
    return muted ? muting(telling, (bytes) => muted !== 'all' && wordOf(bytes)?.says === 'beat') : telling;
  },
});
