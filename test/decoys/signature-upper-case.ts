/** Looks keys up by the nick in capitals: of an ı without a dot that is an I, and who is written alıce has alice's key. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';
import { readingHeaders } from '../support/headers.js';

/** As it stands where it has capitals: it is no member's. */
const throughCapitals = (nick: string): string =>
  nick === nick.toLowerCase() ? nick.toUpperCase().toLowerCase() : nick;

const decoy = definePart({
  ...signature,
  id: 'signature-upper-case',
  title: 'Signatures of names in capitals',
  insteadOf: 'signature',
  layer: readingHeaders(signature, (header) => ({ ...header, nick: throughCapitals(header.nick) })),
});

export const parts = [decoy];
