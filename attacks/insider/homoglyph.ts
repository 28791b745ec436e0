/**
 * Mallory is a member and takes a nick that only looks like Alice's: with a Cyrillic а, with a capital I for the l, or
 * with a letter that is not displayed. Nobody's name is forged, so that no tag is wrong; the reader takes it for Alice's.
 * What stops her asks whose name it is: no key is pinned for it, or it cannot be proved at the join. UTS #39; CWE-1007.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { messageFrame } from '../message.js';

const NICKS = {
  cyrillic: '\u0430lice',
  ascii: 'aIice',
  invisible: 'alice\u200b',
  dotless: 'al\u0131ce',
} as const;

interface Disguise extends Tactic {
  readonly as: keyof typeof NICKS;
  /** Leaves the room and joins it again under the nick, so that the connection is the nick's own. */
  readonly joins: boolean;
}

const disguise = (as: Disguise['as'], joins: boolean): Disguise => ({
  id: joins ? `${as}-joined` : as,
  does: `${joins ? 'joins and writes' : 'writes'} under a nick that looks like Alice's (${as})`,
  // Who has left under one nick cannot leave under it again.
  together: !joins,
  as,
  joins,
});

const WORDS = 'I resign as treasurer. Send all payments to Mallory from now on.';

export default defineAttack<'insider', Disguise>({
  id: 'insider/homoglyph',
  title: "A member writes under a name that looks like Alice's",
  position: 'insider',
  property: 'attribution',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [1007],
  sources: ['UTS #39 §4', 'CWE-1007'],
  tactics: () =>
    [false, true].flatMap((joins) =>
      (['cyrillic', 'ascii', 'invisible', 'dotless'] as const).map((as) => disguise(as, joins)),
    ),
  adversary: (member, { as, joins }, { room, wire, now, did, settle }) => ({
    end: async () => {
      const nick = NICKS[as];
      const header = { room, nick, seq: 1, sent: now() };
      // Sealed while she is a member for certain: where keys change with the members, what was under way is still read.
      const body = member.seal(header, WORDS);
      if (joins) {
        await member.leave(room);
        await member.join(room, nick);
      }
      did(`writes “${WORDS}” under the nick ${nick} (${as})`);
      member.connection.send(messageFrame(wire.suite, header, body));
      await settle();
    },
  }),
});
