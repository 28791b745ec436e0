/** Takes the usual line breaks out of its log and leaves the vertical tab, at which many readers of logs break a line as well. */
import { isUnfit, limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...limits,
  id: 'limits-usual-breaks',
  title: 'Limits whose log escapes the usual line breaks',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    relayLog: {
      writer: () => (entry) => ({
        line: Object.values(entry)
          .join(' ')
          .replace(/[\n\r\u0085\u2028\u2029]/g, '?'),
        ...(isUnfit(entry) ? { act: 'log-escaped' as const } : {}),
      }),
    },
  },
});

export const parts = [decoy];
