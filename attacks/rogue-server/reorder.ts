/**
 * A rogue server swaps two messages of Alice's. Each is genuine and arrives once, only the story that they tell is
 * another. A receiver that knows each message's place in its author's stream stops it; no cipher, tag or signature over
 * one message alone can. CWE-841.
 */
import { defineAttack, type Said, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf, type Place, withHeader } from '../message.js';

/** The two may also swap their numbers in the clear header, so that it counts as before; alike, nobody's view differs from another's. */
const HOW = {
  'as-they-are': '',
  renumbered: ', each under the number of the other',
  alike: ', to all alike, herself too',
} as const;

interface Swap extends Tactic {
  readonly held: Place;
  readonly ahead: Place;
  readonly how: keyof typeof HOW;
}

const swap = (held: Place, ahead: Place, how: Swap['how']): Swap => ({
  id: `${held}-after-${ahead}${how === 'as-they-are' ? '' : `-${how}`}`,
  does: `shows Alice's ${ahead} message before her ${held} one${HOW[how]}`,
  held,
  ahead,
  how,
});

export default defineAttack<'relay', Swap>({
  id: 'rogue-server/reorder',
  title: 'The server swaps two messages of Alice’s',
  position: 'relay',
  property: 'order',
  needs: [],
  alarms: ['view-differs', 'gap'],
  cwe: [841],
  sources: ['RFC 4303 §3.4.3'],
  tactics: () => [
    swap('first', 'middle', 'as-they-are'),
    swap('middle', 'last', 'as-they-are'),
    swap('middle', 'last', 'renumbered'),
    swap('middle', 'last', 'alike'),
  ],
  adversary: (_, { held, ahead, how }, { known, did }) => {
    const early = aliceSaid(known, held);
    const late = aliceSaid(known, ahead);
    const kept = new Map<string, string>();
    return {
      forward: ({ to, bytes }) => {
        if (to === early.author && how !== 'alike') return { do: 'forward' };
        if (messageOf(bytes, early)) {
          kept.set(to, bytes);
          did(`holds “${early.text}” back from ${to}`);
          return { do: 'drop' };
        }
        const waiting = messageOf(bytes, late) ? kept.get(to) : undefined;
        if (waiting === undefined) return { do: 'forward' };
        return how === 'renumbered'
          ? [
              { do: 'replace', bytes: numbered(bytes, late, early.seq) },
              { do: 'inject', bytes: numbered(waiting, early, late.seq) },
            ]
          : [{ do: 'forward' }, { do: 'inject', bytes: waiting }];
      },
    };
  },
});

const numbered = (bytes: string, line: Said, seq: number): string =>
  withHeader(messageOf(bytes, line)!, { seq });
