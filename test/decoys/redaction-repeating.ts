/** Writes keyed digests that are the same for the same name: pseudonyms, to be told apart by who came when. */
import { createHmac } from 'node:crypto';
import { logRedaction } from '../../src/defenses/log-redaction.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...logRedaction,
  id: 'redaction-repeating',
  title: 'A log of digests that repeat',
  insteadOf: 'log-redaction',
  settings: {
    relayLog: {
      writer: (key) => {
        const digest = (name = ''): string =>
          createHmac('sha256', key).update(name).digest('hex').slice(0, 24);
        return ({ time, event, room, nick, size = 0 }) => ({
          line: JSON.stringify({ time, event, room: digest(room), nick: digest(nick), size }),
        });
      },
    },
  },
});

export const parts = [decoy];
