/** Fills up with blanks to 256 characters: where some take two bytes, the longer answer is longer still. */
import { pad } from '../../src/defenses/pad.js';
import { definePart } from '../../src/index.js';

const CHARACTERS = 256;

export const parts = [
  definePart({
    ...pad,
    id: 'pad-characters',
    title: 'Messages padded to 256 characters',
    insteadOf: 'pad',
    envelope: { part: 'pad-characters', encoding: 'utf8', fields: [{ name: 'body' }] },
    layer: (_, host) => ({
      seal: (body) => {
        host.act('padded');
        return Buffer.from(Buffer.from(body).toString().padEnd(CHARACTERS, ' '));
      },
      open: (padded) => ({ ok: true, body: Buffer.from(Buffer.from(padded).toString().trimEnd()) }),
    }),
  }),
];
