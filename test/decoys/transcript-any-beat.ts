/** Takes anybody's heartbeat for a sign that all are there: one voice that comes through hides the silence of another. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';
import { wordOf } from '../support/transcripts.js';

/** Seconds after which a heartbeat is missed. */
const LATE = 6;

const decoy = definePart({
  ...transcript,
  id: 'transcript-any-beat',
  title: 'Signed views and heartbeats, of whomever',
  insteadOf: 'transcript',
  layer: (keys, host) => {
    let heard = Number.NEGATIVE_INFINITY;
    const isLack = (code: string): boolean => code === 'silence' || code === 'unconfirmed';
    const sound = transcript.layer!(keys, {
      ...host,
      alarm: (code, about) => {
        if (!isLack(code) || heard < host.now() - LATE) host.alarm(code, about);
      },
    });
    return {
      ...sound,
      hear: (control) => {
        const code = sound.hear!(control);
        if (code === null && wordOf(control).says === 'beat') heard = host.now();
        return code;
      },
    };
  },
});

export const parts = [decoy];
