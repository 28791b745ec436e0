/** Escapes the line feed in its log, and no other character that ends a line. */
import { definePart } from '../../src/index.js';
import { loggingBy, plain } from '../support/logs.js';

export const parts = [
  definePart(
    loggingBy('limits-line-feed-only', 'Limits whose log escapes line feeds', (entry) =>
      plain(entry).replaceAll('\n', '\\n'),
    ),
  ),
];
