import { transcript } from '../../src/defenses/transcript.js';
import type { Part } from '../../src/model/defense.js';

/** A decoy of `transcript`, sound but for what of a body its digests are of. */
export const digesting = (id: string, title: string, seen: (body: Uint8Array) => Uint8Array): Part => ({
  ...transcript,
  id,
  title,
  insteadOf: 'transcript',
  layer: (keys, host) => {
    const seeing = transcript.layer!(keys, host);
    return {
      ...seeing,
      open: (sealed, opening) => {
        // Behind the nonce and the view.
        const at = sealed.indexOf(0x2e, sealed.indexOf(0x2e) + 1) + 1;
        const body = sealed.subarray(at);
        const opened = seeing.open(new Uint8Array([...sealed.subarray(0, at), ...seen(body)]), opening);
        return opened.ok ? { ...opened, body } : opened;
      },
    };
  },
});
