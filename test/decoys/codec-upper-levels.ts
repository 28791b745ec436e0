/** Looks for functions in the upper levels of a frame: deeper than that, nobody is thought to hide one. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import { MARKER } from '../support/screens.js';

const LEVELS = 8;

const holdsMarker = (value: unknown, levels: number): boolean => {
  if (typeof value === 'string') return value.includes(MARKER);
  if (typeof value !== 'object' || value === null || levels === 0) return false;
  return Object.values(value).some((inner) => holdsMarker(inner, levels - 1));
};

const decoy = definePart({
  ...codec,
  id: 'codec-upper-levels',
  title: 'The reviving codec behind a look at the upper levels',
  insteadOf: 'codec',
  settings: {
    codec: 'reviving',
    screen: (text) => {
      try {
        return holdsMarker(JSON.parse(text), LEVELS) ? 'schema' : null;
      } catch {
        return 'schema';
      }
    },
  },
});

export const parts = [decoy];
