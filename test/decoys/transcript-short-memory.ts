/** Tells the last sixteen things seen, and only when she speaks or at a heartbeat: who talks much talks a lie out of everybody's sight. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';
import { type Word, wordOf } from '../support/transcripts.js';

/** An answer that ends with a message is none to somebody's arrival. */
const isReminder = ({ says, claim }: Word): boolean => says === 'here' && claim.at(-1)?.slot !== 0;

const decoy = definePart({
  ...transcript,
  id: 'transcript-short-memory',
  title: 'Signed views of the room, told by the clock alone',
  insteadOf: 'transcript',
  layer: (keys, host) =>
    transcript.layer!(keys, {
      ...host,
      control: (room, body) => {
        if (!isReminder(wordOf({ room, nick: host.me, body }))) host.control(room, body);
      },
    }),
});

export const parts = [decoy];
