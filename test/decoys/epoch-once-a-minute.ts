/** Whoever leaves within a minute of somebody else keeps the key that was drawn for that one: a key is costly, one a minute must do. */
import { epoch } from '../../src/defenses/epoch.js';
import { definePart } from '../../src/index.js';
import { unverified } from '../support/epochs.js';

const SECONDS = 60;

const decoy = definePart({
  ...epoch,
  id: 'epoch-once-a-minute',
  title: 'Epochs that begin once a minute at most',
  insteadOf: 'epoch',
  layer: (keys, host, colleagues) => {
    const sound = epoch.layer!(keys, host, colleagues);
    let last = -Infinity;
    return {
      ...sound,
      hear: (control) => {
        const leaves = host.me === keys.host && unverified(control).says === 'leave';
        if (leaves && host.now() - last < SECONDS) return null;
        if (leaves) last = host.now();
        return sound.hear!(control);
      },
    };
  },
});

export const parts = [decoy];
