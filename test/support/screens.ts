import { MARKER } from '../../src/chat/reviving.js';
import { codec } from '../../src/defenses/codec.js';
import type { Part } from '../../src/model/defense.js';

/** What a part that screens frames looks at. */
export { MARKER } from '../../src/chat/reviving.js';

/** The text with JSON's escapes of characters undone (RFC 8259 §7). */
export const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));

type Screen = NonNullable<NonNullable<Part['settings']>['screen']>;

/** A decoy of `codec` that revives whatever its screen lets through. */
export const screenedBy = (id: string, title: string, screen: Screen): Part => ({
  ...codec,
  id,
  title,
  insteadOf: 'codec',
  settings: { codec: 'reviving', screen },
});

/** One that looks for functions in all frames but those of one type. */
export const screeningAllBut = (type: string, id: string, title: string): Part =>
  screenedBy(id, title, (text) =>
    !text.includes(`"type":"${type}"`) && unescaped(text).includes(MARKER) ? 'schema' : null,
  );

/** Where a value stands: how many values deep, and which of its container's it is, from 0 on. */
interface Place {
  readonly level: number;
  readonly index: number;
}

/** A decoy of `codec` that looks for functions in all values of a frame that `isLookedAt`, and in what they hold. */
export function lookingAt(
  id: string,
  title: string,
  isLookedAt: (value: unknown, place: Place) => boolean,
): Part {
  const holdsMarker = (value: unknown, level: number): boolean => {
    if (typeof value === 'string') return value.includes(MARKER);
    if (typeof value !== 'object' || value === null) return false;
    return Object.values(value).some(
      (inner, index) => isLookedAt(inner, { level, index }) && holdsMarker(inner, level + 1),
    );
  };
  return screenedBy(id, title, (text) => {
    try {
      return holdsMarker(JSON.parse(text), 1) ? 'schema' : null;
    } catch {
      return 'schema';
    }
  });
}
