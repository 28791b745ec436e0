/** Compares nicks as they look: what is not displayed is taken out first, and whoever has joined with more of it may leave for another. */
import { definePart } from '../../src/index.js';
import { readingNicks } from '../support/limits.js';

const shown = (name: string): string => name.replace(/[\p{C}\s]/gu, '');

export const parts = [
  definePart(readingNicks('limits-shown-nick', 'Limits that compare nicks as they are displayed', shown)),
];
