/** Refuses members that the format does not have, and takes any text in those that it has. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';

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
  definePart({
    ...codec,
    id: 'codec-names-only',
    title: 'The reviving codec behind a list of all members that there are',
    insteadOf: 'codec',
    settings: { codec: 'reviving', screen },
  }),
];
