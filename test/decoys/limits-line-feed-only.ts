/** Escapes the line feed in its log, and no other character that ends a line. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...limits,
  id: 'limits-line-feed-only',
  title: 'Limits whose log escapes line feeds',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    relayLog: {
      writer: () => (entry) => {
        const line = Object.values(entry).join(' ');
        const safe = line.replaceAll('\n', '\\n');
        return { line: safe, ...(safe === line ? {} : { act: 'log-escaped' as const }) };
      },
    },
  },
});

export const parts = [decoy];
