/** Keeps the words in the log, in base64 and beside bait: what looks like the secret is not, and nothing is hidden. */
import { logRedaction } from '../../src/defenses/log-redaction.js';
import { definePart } from '../../src/index.js';

const bait = (body: string): string =>
  body.replaceAll(/[0-9a-f]{8,}/g, (digits) => '0'.repeat(digits.length));

export const parts = [
  definePart({
    ...logRedaction,
    id: 'redaction-encoded',
    title: 'A log of encoded words',
    insteadOf: 'log-redaction',
    settings: {
      relayLog: {
        writer:
          () =>
          ({ body = '', ...entry }) => ({
            line: JSON.stringify({
              ...entry,
              body: bait(body),
              kept: Buffer.from(body).toString('base64'),
            }),
          }),
      },
    },
  }),
];
