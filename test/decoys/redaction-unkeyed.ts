/** Writes digests of names without a key: whoever has the few names can make them, too. */
import { createHash } from 'node:crypto';
import { logRedaction } from '../../src/defenses/log-redaction.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...logRedaction,
  id: 'redaction-unkeyed',
  title: 'A log of digests without a key',
  insteadOf: 'log-redaction',
  settings: {
    relayLog: {
      writer: () => {
        const digest = (name = ''): string => createHash('sha256').update(name).digest('hex').slice(0, 24);
        return ({ time, event, room, nick, size = 0 }) => ({
          line: JSON.stringify({ time, event, room: digest(room), nick: digest(nick), size }),
        });
      },
    },
  },
});

export const parts = [decoy];
