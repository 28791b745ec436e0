/** Gives everything twice the time before it is missed: whoever is lied to hears of it when it is too late. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

/** Seconds that it waits beyond those of the sound part. */
const LATER = 6;

const decoy = definePart({
  ...transcript,
  id: 'transcript-late-look',
  title: 'Signed views of the room, with much patience',
  insteadOf: 'transcript',
  layer: (keys, host) => {
    let patience = 0;
    const patient = transcript.layer!(keys, { ...host, now: () => host.now() - patience });
    return {
      ...patient,
      beat: (room) => {
        patience = LATER;
        patient.beat!(room);
        patience = 0;
      },
    };
  },
});

export const parts = [decoy];
