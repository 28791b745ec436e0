/** Tells that a member fell silent, and not what she may have been shown otherwise: whoever lies last and mutes her is not found out. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...transcript,
  id: 'transcript-silence-alone',
  title: 'Signed views of the room, silence without its consequences',
  insteadOf: 'transcript',
  layer: (keys, host) =>
    transcript.layer!(keys, {
      ...host,
      alarm: (code, about) => {
        if (code !== 'unconfirmed') host.alarm(code, about);
      },
    }),
});

export const parts = [decoy];
