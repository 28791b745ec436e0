/** Takes a heartbeat for a sign of life, and does not look at how much its sender says to have sent. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...transcript,
  id: 'transcript-uncounted-beats',
  title: 'Signed views beside Fernet, heartbeats without counts',
  insteadOf: 'transcript',
  brings: ['fernet', 'signature'],
  layer: (keys, host) => {
    let hearing = false;
    const sound = transcript.layer!(keys, {
      ...host,
      alarm: (code, about) => {
        if (!hearing) host.alarm(code, about);
      },
    });
    return {
      ...sound,
      hear: (control) => {
        hearing = true;
        const code = sound.hear!(control);
        hearing = false;
        return code;
      },
    };
  },
});

export const parts = [decoy];
