/**
 * A rogue server flips one bit of an amount, so that 100 reads 900. Under a keystream cipher the bit of the ciphertext
 * is the bit of the text; under CBC a bit of the IV is a bit of the first block. It needs to know where the amount
 * stands, not the key; any tag over the whole ciphertext stops it. CWE-353, CWE-649.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { edit } from '../edit.js';
import { aliceSaid, messageOf, PLACES, type Place, withBody } from '../message.js';
import { together } from '../together.js';

interface Flip extends Tactic {
  readonly place: Place;
}

/** '1' is 0x31 and '9' is 0x39: one bit apart. */
const raised = (text: string): string => text.replace(/\b1(?=\d\d\b)/, '9');

export default defineAttack<'relay', Flip>({
  id: 'rogue-server/bit-flip',
  title: 'The server flips a bit of an amount',
  position: 'relay',
  property: 'integrity',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [353, 649],
  sources: ['NIST SP 800-38A appendix B'],
  tactics: () =>
    together(
      PLACES.map((place) => ({
        id: place,
        does: `flips a bit of the amount in Alice's ${place} message`,
        place,
      })),
    ),
  adversary: (_, { place }, { known, wire, did }) => {
    const line = aliceSaid(known, place);
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        if (!frame || to === line.author) return { do: 'forward' };
        did(`flips one bit of “${line.text}” on its way to ${to}`);
        return edit(wire, frame.body, line.text, raised(line.text)).map((body) => ({
          do: 'replace',
          bytes: withBody(frame, body),
        }));
      },
    };
  },
});
