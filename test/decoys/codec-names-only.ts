/** Refuses members that the format does not have, and takes any text in those that it has. */
import { definePart } from '../../src/index.js';
import { screenedBy } from '../support/screens.js';

const NAMES =
  /^(?:v|type|header|id|re|to|room|nick|seq|sent|part|suite|body|salt|proof|key|keys|ok|error|roster|rooms|text|\d+)$/;

const isKnown = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  Object.entries(value).every(([name, inner]) => NAMES.test(name) && isKnown(inner));

const screen = (text: string) => {
  try {
    const value = JSON.parse(text);
    const { nick = 'nobody', room = 'nowhere' } = value.header ?? {};
    return isKnown(value) && [nick, room].every((name) => /^[\w-]{1,32}$/.test(name)) ? null : 'schema';
  } catch {
    return 'malformed-frame';
  }
};

export const parts = [
  definePart(
    screenedBy('codec-names-only', 'The reviving codec behind a list of all members that there are', screen),
  ),
];
