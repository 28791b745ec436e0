/** Makes every line of its log safe but those that tell who left: one statement of many was forgotten. */
import { ndjson } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';
import { loggingBy, plain } from '../support/logs.js';

export const parts = [
  definePart(
    loggingBy('limits-leave-as-it-came', 'Limits whose log tells as it came who left', (entry) =>
      entry.event === 'leave' ? plain(entry) : ndjson(entry),
    ),
  ),
];
