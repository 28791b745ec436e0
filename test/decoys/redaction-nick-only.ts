/** Keeps names out of the log, and leaves the rooms in it. */
import { createHmac } from 'node:crypto';
import { logRedaction } from '../../src/defenses/log-redaction.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...logRedaction,
  id: 'redaction-nick-only',
  title: 'A log of keyed digests of nicks',
  insteadOf: 'log-redaction',
  settings: {
    relayLog: {
      writer: (key) => {
        let number = 0;
        return ({ time, event, room, nick = '', size = 0 }) => {
          const digest = createHmac('sha256', key).update(`${++number} ${nick}`).digest('hex').slice(0, 24);
          return { line: JSON.stringify({ time, number, event, room, nick: digest, size }) };
        };
      },
    },
  },
});

export const parts = [decoy];
