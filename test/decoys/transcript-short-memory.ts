/** Tells the last sixteen things seen, and only when she speaks or at a heartbeat: who talks much talks a lie out of everybody's sight. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

const says = (body: string): string =>
  JSON.parse(Buffer.from(body.split('.')[1]!, 'base64url').toString()).says;

const decoy = definePart({
  ...transcript,
  id: 'transcript-short-memory',
  title: 'Signed views of the room, told by the clock alone',
  insteadOf: 'transcript',
  layer: (keys, host) =>
    transcript.layer!(keys, {
      ...host,
      control: (room, body) => {
        if (says(body) !== 'here') host.control(room, body);
      },
    }),
});

export const parts = [decoy];
