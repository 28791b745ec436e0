/** Believes the number in the header, which a group key has sealed: what Alice has signed does not say which number it is. */
import { sequence } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';
import { concat, utf8 } from '../../src/model/bytes.js';

const decoy = definePart({
  ...sequence,
  id: 'sequence-outside',
  title: 'Counters beside what is signed',
  insteadOf: 'sequence',
  brings: ['bound', 'signature'],
  layer: (keys, host) => {
    const sound = sequence.layer!(keys, host);
    const number = (seq: number): Uint8Array => utf8(`${seq.toString(16).padStart(16, '0')}.`);
    return {
      ...sound,
      seal: (body) => body,
      open: (body, opening) => sound.open(concat(number(opening.header.seq), body), opening),
    };
  },
});

export const parts = [decoy];
