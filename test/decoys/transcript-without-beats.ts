/** Compares views whenever somebody speaks, and thinks nothing of silence. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...transcript,
  id: 'transcript-without-beats',
  title: 'Signed views, no heartbeats',
  insteadOf: 'transcript',
  layer: (keys, host) => {
    const { beat: _, ...quiet } = transcript.layer!(keys, host);
    return quiet;
  },
});

export const parts = [decoy];
