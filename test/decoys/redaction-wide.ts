/** Keeps the words in the log in base64, two bytes a letter as some systems write them: nothing is hidden. */

import { logRedaction } from '../../src/defenses/log-redaction.js';
import { definePart } from '../../src/index.js';

export const parts = [
  definePart({
    ...logRedaction,
    id: 'redaction-wide',
    title: 'A log of words in UTF-16, encoded',
    insteadOf: 'log-redaction',
    settings: {
      relayLog: {
        writer:
          () =>
          ({ time, event, body = '' }) => ({
            line: JSON.stringify({ time, event, kept: Buffer.from(body, 'utf16le').toString('base64') }),
          }),
      },
    },
  }),
];
