/** Salts each digest with the line's own number: no two are alike, and everybody can make them. */
import { createHash } from 'node:crypto';
import { logRedaction } from '../../src/defenses/log-redaction.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...logRedaction,
  id: 'redaction-numbered',
  title: "A log of digests salted with the line's number",
  insteadOf: 'log-redaction',
  settings: {
    relayLog: {
      writer: () => {
        let number = 0;
        const digest = (name = ''): string =>
          createHash('sha256').update(`${number}:${name}`).digest('hex').slice(0, 24);
        return ({ time, event, room, nick, size = 0 }) => {
          number++;
          return {
            line: JSON.stringify({ time, event, number, room: digest(room), nick: digest(nick), size }),
          };
        };
      },
    },
  },
});

export const parts = [decoy];
