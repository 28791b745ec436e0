/** Makes the key of the next epoch of the one before, by a hash: whoever has left with the one has all that follow. */
import { createHash } from 'node:crypto';
import { epoch } from '../../src/defenses/epoch.js';
import { currentKey, read, withKey, write } from '../../src/defenses/epoch-state.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...epoch,
  id: 'epoch-hash-chain',
  title: 'Epochs whose keys are a chain of hashes',
  insteadOf: 'epoch',
  layer: (keys, host, colleagues) => {
    const sound = epoch.layer!(keys, host, colleagues);
    return {
      ...sound,
      hear: (control) => {
        const before = read(host, control.room);
        const code = sound.hear!(control);
        const now = read(host, control.room);
        const last = currentKey(before);
        if (host.me !== keys.host || !last || now.current === before.current) return code;
        write(host, control.room, withKey(now, now.current, createHash('sha256').update(last).digest()));
        return code;
      },
    };
  },
});

export const parts = [decoy];
