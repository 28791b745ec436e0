/** Everything as it should be, but what a good-bye says is thought to concern nobody any more: she has left. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';
import { wordOf } from '../support/transcripts.js';

const decoy = definePart({
  ...transcript,
  id: 'transcript-silent-good-bye',
  title: 'Signed views of the room, nothing said of a good-bye',
  insteadOf: 'transcript',
  layer: (keys, host) => {
    let leaves = false;
    const sound = transcript.layer!(keys, {
      ...host,
      alarm: (...alarm) => {
        if (!leaves) host.alarm(...alarm);
      },
    });
    return {
      ...sound,
      hear: (control) => {
        leaves = wordOf(control).says === 'bye';
        const heard = sound.hear!(control);
        leaves = false;
        return heard;
      },
    };
  },
});

export const parts = [decoy];
