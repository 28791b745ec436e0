/** Redacts nothing and looks different: a sentence for each event, with the names in it. */
import { logRedaction } from '../../src/defenses/log-redaction.js';
import { definePart } from '../../src/index.js';

export const parts = [
  definePart({
    ...logRedaction,
    id: 'redaction-sentence',
    title: 'A log in sentences, names and all',
    insteadOf: 'log-redaction',
    settings: {
      relayLog: {
        writer:
          () =>
          ({ time, event, room, nick, size = 0 }) => ({
            line: `At ${time} there was a ${event} by ${nick}, in ${room}: ${size} bytes.`,
          }),
      },
    },
  }),
];
