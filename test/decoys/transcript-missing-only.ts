/** Tells what never arrived here, and nothing of what arrived otherwise than with others. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...transcript,
  id: 'transcript-missing-only',
  title: 'Signed views, compared for what is missing',
  insteadOf: 'transcript',
  layer: (keys, host) =>
    transcript.layer!(keys, {
      ...host,
      alarm: (code, about) => {
        if (code !== 'view-differs') host.alarm(code, about);
      },
    }),
});

export const parts = [decoy];
