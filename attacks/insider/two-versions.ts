/**
 * Mallory is a member, and the relay is hers as well. She seals two versions of one message of her own, each in order
 * with every key and signature of hers, and the relay gives Carol the one and the others the other. No check of what
 * arrives can refuse either. Members who compare signed views of what they were shown find out. Li et al. 2004; CWE-345.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { messageFrame, messageOf } from '../message.js';

interface Versions extends Tactic {
  readonly when: 'begin' | 'end';
}

const FIRST = 'I vote for Bob as treasurer.';
const SECOND = 'I vote for Carol as treasurer.';

export default defineAttack<'relay+insider', Versions>({
  id: 'insider/two-versions',
  title: 'A member tells two members two things at once',
  position: 'relay+insider',
  property: 'agreement-content',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [345],
  sources: [
    'Lamport, Shostak and Pease, The Byzantine Generals Problem, 1982',
    'Li, Krohn, Mazières and Shasha, Secure Untrusted Data Repository (SUNDR), OSDI 2004',
  ],
  tactics: () => [
    { id: 'first-word', does: 'tells Carol another text than Bob before anybody has spoken', when: 'begin' },
    { id: 'last-word', does: 'tells Carol another text than Bob when all have spoken', when: 'end' },
  ],
  adversary: (member, { when }, { room, wire, now, did, settle }) => {
    const line = { author: member.nick, room, seq: 1 };
    let other: string | null = null;
    const speak = async (): Promise<void> => {
      const header = { room, nick: member.nick, seq: line.seq, sent: now() };
      other = messageFrame(wire.suite, header, member.seal(header, SECOND));
      did(`seals “${FIRST}” and “${SECOND}” as one message`);
      member.connection.send(messageFrame(wire.suite, header, member.seal(header, FIRST)));
      await settle();
    };
    return {
      [when]: speak,
      forward: ({ to, bytes }) =>
        other !== null && to === 'carol' && messageOf(bytes, line)
          ? { do: 'replace', bytes: other }
          : { do: 'forward' },
    };
  },
});
