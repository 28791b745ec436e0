/** Draws the new key when the host next has something to say: until then whoever has left reads on. */
import { epoch } from '../../src/defenses/epoch.js';
import { wordIn } from '../../src/defenses/epoch-words.js';
import { definePart } from '../../src/index.js';
import type { Control } from '../../src/model/defense.js';

export const parts = [
  definePart({
    ...epoch,
    id: 'epoch-when-host-speaks',
    title: 'Epochs that begin when the host next speaks',
    insteadOf: 'epoch',
    layer: (keys, host, others) => {
      const sound = epoch.layer!(keys, host, others);
      const gone: Control[] = [];
      return {
        ...sound,
        hear: (control) => {
          if (host.me !== keys.host || wordIn(control, keys)?.says !== 'leave') return sound.hear!(control);
          gone.push(control);
          return null;
        },
        seal: (body, sealing) => {
          for (const control of gone.splice(0)) sound.hear!(control);
          return sound.seal(body, sealing);
        },
      };
    },
  }),
];
