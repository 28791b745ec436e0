import type { StudioQuestion } from '../model/studio.js';
import { Refused } from './refused.js';

const LARGEST_SEED = 2 ** 32 - 1;
const MOST_PARTS = 32;
const LONGEST_NAME = 100;

type Fields = Readonly<Record<string, unknown>>;

/** Reads what the page asked for: names and numbers of the right shape, and not one field more. Throws Refused. */
export function questionIn(body: unknown): StudioQuestion {
  const { attack, parts, seed } = fieldsIn(body, ['attack', 'parts', 'seed']);
  if (!isName(attack)) throw new Refused(400, 'attack is no name');
  if (typeof seed !== 'number' || !Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED)
    throw new Refused(400, `seed is no whole number from 0 to ${LARGEST_SEED}`);
  return { attack, parts: namesIn(parts), seed };
}

/** Throws Refused. */
export const partsIn = (body: unknown): readonly string[] => namesIn(fieldsIn(body, ['parts']).parts);

/** Throws Refused. */
export function fieldsIn(body: unknown, names: readonly string[]): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refused(400, 'the body is no object');
  const extra = Object.keys(body).find((key) => !names.includes(key));
  if (extra !== undefined) throw new Refused(400, 'the body has a field too many');
  return body as Fields;
}

function namesIn(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length > MOST_PARTS || !value.every(isName))
    throw new Refused(400, 'parts is no list of names');
  return value;
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME;
