import { limits } from '../../src/defenses/limits.js';
import type { LogEntry, Part } from '../../src/model/defense.js';

/** A decoy of `limits`, sound but for how it makes a line of its log safe. */
export const loggingBy = (id: string, title: string, safe: (entry: LogEntry) => string): Part => ({
  ...limits,
  id,
  title,
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    relayLog: {
      writer: () => (entry) => {
        const line = safe(entry);
        return { line, ...(line === plain(entry) ? {} : { act: 'log-escaped' as const }) };
      },
    },
  },
});

/** An entry as it comes, its fields one after another. */
export const plain = (entry: LogEntry): string => Object.values(entry).join(' ');
