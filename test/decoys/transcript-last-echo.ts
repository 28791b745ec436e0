/** Waits for the echo of the last message alone: one in the middle that nobody was shown is forgotten as soon as the next comes back. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...transcript,
  id: 'transcript-last-echo',
  title: 'Signed views of the room, the last echo awaited',
  insteadOf: 'transcript',
  layer: (keys, host) => {
    let last = 0;
    const sound = transcript.layer!(keys, {
      ...host,
      alarm: (code, about) => {
        if (about.author !== host.me || about.slot > last) host.alarm(code, about);
      },
    });
    return {
      ...sound,
      open: (body, opening) => {
        const opened = sound.open(body, opening);
        if (opened.ok && opening.header.nick === host.me) last = Math.max(last, opening.header.seq);
        return opened;
      },
    };
  },
});

export const parts = [decoy];
