/** Takes a member who speaks for one who hears: of what she confirms, only who has fallen silent is asked. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...transcript,
  id: 'transcript-any-voice',
  title: 'Signed views of the room, of whom speaks never asked',
  insteadOf: 'transcript',
  layer: (keys, host) => {
    let isSilent = false;
    const sound = transcript.layer!(keys, {
      ...host,
      alarm: (code, about) => {
        isSilent ||= code === 'silence';
        if (code !== 'unconfirmed' || isSilent) host.alarm(code, about);
      },
    });
    return {
      ...sound,
      beat: (room) => {
        isSilent = false;
        sound.beat!(room);
      },
    };
  },
});

export const parts = [decoy];
