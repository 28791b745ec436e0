/**
 * A rogue server swallows the last messages of Alice's: nothing comes after them that could show a gap. Counters are
 * blind at the end of a stream. Members who tell each other regularly, signed, how much they have said reveal it; on
 * top of a star nothing can prevent it.
 */
import { type Adversary, defineAttack, type Tactic } from '../../src/model/attack.js';
import { muting, ONE_MORE, oneMoreOf, swallowingUnannounced, UNTIL_HEARTBEATS_CAME } from '../holding.js';
import { aliceSaid, messageOf } from '../message.js';

interface Drop extends Tactic {
  readonly swallows: 'for others' | 'for everybody' | 'heartbeats, too' | 'for who came back';
}

export default defineAttack<'relay', Drop>({
  id: 'rogue-server/drop-tail',
  title: 'The server swallows the last message',
  position: 'relay',
  property: 'completeness',
  needs: [],
  alarms: ['gap', 'unknown-view', 'view-differs', 'not-echoed', 'silence', 'unconfirmed'],
  cwe: [],
  sources: ['RFC 4949, "stream integrity service"', 'RFC 8446 §6.1 (truncation attack)'],
  tactics: () => [
    {
      id: 'from-others',
      does: "swallows Alice's last message on its way to the others",
      swallows: 'for others',
    },
    {
      id: 'from-everybody',
      does: "swallows Alice's last message, her own echo too",
      swallows: 'for everybody',
    },
    {
      id: 'muted',
      does: "swallows Alice's last message on its way to the others, and all heartbeats after it",
      swallows: 'heartbeats, too',
      meanwhile: [UNTIL_HEARTBEATS_CAME, ONE_MORE],
    },
    {
      id: 'before-good-bye',
      does: 'swallows what Alice says last before she leaves, on its way to the others',
      swallows: 'for others',
      meanwhile: [UNTIL_HEARTBEATS_CAME, ONE_MORE, { do: 'leave', who: 'alice' }],
    },
    {
      id: 'unannounced',
      does: "swallows Alice's last message on its way to Bob, who has started anew and whom nobody hears until then",
      swallows: 'for who came back',
      meanwhile: [{ do: 'restart', who: 'bob' }, ONE_MORE],
    },
  ],
  adversary: (_, { swallows, meanwhile }, { known, did }) => {
    const line = meanwhile ? oneMoreOf(known) : aliceSaid(known, 'last');
    if (swallows === 'for who came back') return swallowingUnannounced('bob', line, { did });
    const swallowing: Adversary = {
      forward: ({ to, bytes }) => {
        if (!messageOf(bytes, line) || (to === line.author && swallows !== 'for everybody'))
          return { do: 'forward' };
        did(`does not deliver “${line.text}” to ${to}`);
        return { do: 'drop' };
      },
    };
    return swallows === 'heartbeats, too' ? muting(swallowing) : swallowing;
  },
});
