/**
 * A rogue server leaves Alice's body as it is and swaps the nick beside it, so that Carol's name stands over Alice's
 * words. A tag over the body alone does not cover the nick, and under a group key every member's tag looks alike. What
 * stops it binds the author into what is checked: a signature under the author's own key. CWE-290, CWE-346.
 */
import { type Decision, defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { aliceSaid, asMessage, messageOf, PLACES, type Place, withHeader } from '../message.js';
import { almost } from '../names.js';
import { together } from '../together.js';

interface Swap extends Tactic {
  readonly place: Place;
  /** Puts names over all her messages that nobody has, instead of another member's. */
  readonly almost?: true;
  /** Moves the first digit of a number of two into the name: run together, both are spelt alike. */
  readonly moved?: true;
}

/** So many that the last ones have numbers of two digits. */
const MORE = 12;

export default defineAttack<'relay', Swap>({
  id: 'rogue-server/re-attribute',
  title: "The server puts another's name over Alice's words",
  position: 'relay',
  property: 'attribution',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [290, 346],
  sources: ['Davis, Defective Sign & Encrypt, USENIX 2001'],
  tactics: () =>
    together<Swap>([
      ...PLACES.map((place) => ({ id: place, does: `swaps the nick over Alice's ${place} message`, place })),
      {
        id: 'almost',
        does: "puts names that are almost alice over copies of Alice's message",
        place: 'last',
        almost: true,
      },
      {
        id: 'run-together',
        does: "puts the first digit of a message's number behind Alice's name",
        place: 'first',
        moved: true,
        meanwhile: Array.from({ length: MORE }, (_, index) => ({
          do: 'say',
          author: 'alice',
          text: `And ticket number ${index + 1}.`,
        })),
      },
    ]),
  adversary: (relay, tactic, { known, members, did }) => {
    const line = aliceSaid(known, tactic.place);
    return {
      forward: ({ to, bytes }) => {
        if (tactic.moved) return moved(bytes, to, line.author, did);
        const frame = messageOf(bytes, line);
        if (!frame || to === line.author) return { do: 'forward' };
        const [nick, ...others] = tactic.almost
          ? almost(line.author)
          : members.filter((member) => member !== line.author && member !== to).slice(0, 1);
        did(`puts ${nick}'s name over Alice's “${line.text}” on its way to ${to}`);
        for (const other of others) relay.inject(to, withHeader(frame, { nick: other }));
        return { do: 'replace', bytes: withHeader(frame, { nick: nick! }) };
      },
    };
  },
});

/** A message of hers with a number of two digits, as the other message that it is where nothing stands between name and number. */
function moved(bytes: string, to: string, author: string, did: Tools['did']): Decision {
  const frame = asMessage(bytes);
  const [first, last] = String(frame?.header.seq ?? '');
  if (!frame || frame.header.nick !== author || to === author || !last || last === '0')
    return { do: 'forward' };
  did(`puts ${author}${first} over ${author}'s message ${frame.header.seq} on its way to ${to}`);
  return { do: 'replace', bytes: withHeader(frame, { nick: author + first, seq: Number(last) }) };
}
