/**
 * A stranger joins twice: one connection stops reading, the other talks. The relay hands what the slow one does not
 * read to the kernel until its buffers are full, and keeps the rest itself, without a bound in the coursework's chat.
 * A cap on what is kept for one reader stops this: whoever does not read is disconnected. CWE-770.
 */
import { encodeFrame, WIRE_VERSION } from '../../src/chat/wire.js';
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { joining } from '../request.js';

/** A room of her own: the others need not hear it. */
const ROOM = 'elsewhere';
/** The kernel's buffers take some megabytes on both ends before the relay's have to. */
const MESSAGES = 50;
const BYTES = 120 * 1024;
/** So many are sent at a time that whoever does read keeps up. */
const AT_ONCE = 4;

export default defineAttack<'flooder', Tactic>({
  id: 'flood/slow-reader',
  title: 'A member who stops reading',
  position: 'flooder',
  property: 'availability',
  counter: 'unsent',
  needs: [],
  alarms: [],
  cwe: [770],
  sources: ['CWE-770', 'ws documentation, WebSocket.bufferedAmount', 'RFC 9293 §3.8.6'],
  tactics: () => [{ id: 'stop', does: 'stops reading while the room talks' }],
  adversary: ({ connect }, tactic, tools) => ({
    begin: async () => {
      // Compressed, a long run of one letter would never fill a buffer.
      const reader = await connect({ compression: false });
      const writer = await connect({ compression: false });
      reader.send(joining(ROOM, 'reader'));
      writer.send(joining(ROOM, 'writer'));
      await tools.settle();
      tools.did(`${tactic.does}: ${MESSAGES} messages of ${BYTES / 1024} KiB`);
      reader.stopReading();
      for (let seq = 1; seq <= MESSAGES; seq++) {
        writer.send(long(seq, tools));
        if (seq % AT_ONCE === 0) await tools.settle();
      }
      await tools.settle();
    },
  }),
});

/** A message that nobody can open and the relay carries all the same. */
function long(seq: number, { wire, now }: Tools): string {
  const header = { id: seq + 1, room: ROOM, nick: 'writer', seq, sent: now() };
  return encodeFrame({
    v: WIRE_VERSION,
    type: 'message',
    header,
    suite: wire.suite,
    body: 'x'.repeat(BYTES),
  });
}
