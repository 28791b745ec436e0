/** Keeps the words in the log as a program prints its bytes: a list of numbers hides nothing. */
import { logRedaction } from '../../src/defenses/log-redaction.js';
import { definePart } from '../../src/index.js';

export const parts = [
  definePart({
    ...logRedaction,
    id: 'redaction-printed',
    title: 'A log of printed bytes',
    insteadOf: 'log-redaction',
    settings: {
      relayLog: {
        writer:
          () =>
          ({ time, event, body = '' }) => ({ line: JSON.stringify({ time, event, raw: Buffer.from(body) }) }),
      },
    },
  }),
];
