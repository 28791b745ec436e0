/** Notes the number as soon as it is read, before anybody has looked at the signature: a forgery is refused and yet counts. */
import { sequence } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...sequence,
  id: 'sequence-early',
  title: 'Counters committed before authentication',
  insteadOf: 'sequence',
  stage: 'context',
  brings: ['fernet', 'signature'],
  layer: (keys, host) => {
    const sound = sequence.layer!(keys, host);
    return {
      ...sound,
      open: (body, opening) => {
        const opened = sound.open(body, opening);
        if (!opened.ok) return opened;
        opened.commit?.();
        return { ok: true, body: opened.body };
      },
    };
  },
});

export const parts = [decoy];
