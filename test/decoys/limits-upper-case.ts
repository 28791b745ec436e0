/** Takes nicks in small letters only, and compares them in capitals: who has joined as alıce may leave as alice. */
import { definePart } from '../../src/index.js';
import { readingNicks } from '../support/limits.js';

const inCapitals = (nick: string): string => (nick === nick.toLowerCase() ? nick.toUpperCase() : nick);

export const parts = [
  definePart(readingNicks('limits-upper-case', 'Limits that compare nicks in capitals', inCapitals)),
];
