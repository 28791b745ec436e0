/**
 * A rogue server swallows the last messages of Alice's: nothing comes after them that could show a gap. Counters are
 * blind at the end of a stream. Members who tell each other regularly, signed, how much they have said reveal it; on
 * top of a star nothing can prevent it.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf } from '../message.js';

interface Drop extends Tactic {
  readonly echoToo: boolean;
}

export default defineAttack<'relay', Drop>({
  id: 'rogue-server/drop-tail',
  title: 'The server swallows the last message',
  position: 'relay',
  property: 'completeness',
  needs: [],
  alarms: ['unknown-view', 'not-echoed'],
  cwe: [],
  sources: ['RFC 4949, "stream integrity service"', 'RFC 8446 §6.1 (truncation attack)'],
  tactics: () => [
    { id: 'from-others', does: "swallows Alice's last message on its way to the others", echoToo: false },
    { id: 'from-everybody', does: "swallows Alice's last message, her own echo too", echoToo: true },
  ],
  adversary: (_, { echoToo }, { known, did }) => {
    const line = aliceSaid(known, 'last');
    return {
      forward: ({ to, bytes }) => {
        if (!messageOf(bytes, line) || (to === line.author && !echoToo)) return { do: 'forward' };
        did(`does not deliver “${line.text}” to ${to}`);
        return { do: 'drop' };
      },
    };
  },
});
