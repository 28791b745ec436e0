/**
 * Mallory is a member: she knows the group password, and writes as Alice, who is quiet. Whatever is checked under the
 * group's key she can make, so that no MAC and no Fernet token tells the two apart ("a signature, for example an HMAC"
 * is the mistake). A signature under a key that only Alice has stops her; so does a relay that holds a nick to its
 * connection, in every room. CWE-290.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { messageFrame } from '../message.js';

interface Forge extends Tactic {
  readonly sealedAs: 'alice' | 'mallory';
  /** Joins under Alice's nick, which nobody in the room has any more: beside her own, and once she has left it. */
  readonly joins?: true;
}

const WORDS = 'I resign as treasurer. Send all payments to Mallory from now on.';

export default defineAttack<'insider', Forge>({
  id: 'insider/forge',
  title: 'A member writes as Alice',
  position: 'insider',
  property: 'attribution',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [290],
  sources: ['RFC 2104 §1 (the key is shared)', 'RFC 4949, "non-repudiation service"'],
  tactics: () => [
    {
      id: 'sealed-as-alice',
      does: "seals a message as Alice's and sends it under her nick",
      sealedAs: 'alice',
    },
    {
      id: 'sealed-as-herself',
      does: "seals a message as her own and sends it under Alice's nick",
      sealedAs: 'mallory',
    },
    {
      id: 'joined-as-alice',
      does: "joins under Alice's nick once Alice has gone to another room, and writes there",
      sealedAs: 'alice',
      joins: true,
      meanwhile: [
        { do: 'join', who: 'alice', room: 'den' },
        { do: 'leave', who: 'alice' },
      ],
    },
  ],
  adversary: (member, { sealedAs, joins }, { room, wire, now, did, settle }) => ({
    end: async () => {
      const header = { room, nick: 'alice', seq: 1, sent: now() };
      const body = member.seal({ ...header, nick: sealedAs }, WORDS);
      const writes = async () => {
        did(`writes “${WORDS}” under Alice's nick`);
        member.connection.send(messageFrame(wire.suite, header, body));
        await settle();
      };
      if (joins) {
        await member.join(room, 'alice');
        await writes();
        await member.leave(room);
        await member.join(room, 'alice');
      }
      await writes();
    },
  }),
});
