import { afterAll, describe, expect, test } from 'vitest';
import { PARTS } from '../../src/defenses/index.js';
import type { Part } from '../../src/model/defense.js';
import { attacksOf, column, openLaboratory } from '../support/laboratory.js';
import { THOROUGH } from '../support/thorough.js';

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

/** The part's twin that stands in its place and does nothing. */
function passThrough({ id, title, stage, brings }: Part): Part {
  const layer = () => ({
    seal: (body: Uint8Array) => body,
    open: (body: Uint8Array) => ({ ok: true as const, body }),
  });
  return {
    id: `${id}-passed-through`,
    title,
    stage,
    insteadOf: id,
    protects: 'nothing',
    leavesOpen: 'everything',
    layer,
    ...(brings ? { brings } : {}),
  };
}

/** A stack, one of its parts, and the stack that is left without the part. */
const CASES = [
  ['encryption', 'encryption', 'none'],
  ['mac', 'mac', 'none'],
  ['fernet', 'fernet', 'none'],
  ['ttl', 'ttl', 'fernet'],
  ['signature', 'signature', 'none'],
  ['codec', 'codec', 'none'],
  ['encryption+mac', 'encryption', 'mac'],
  ['encryption+mac', 'mac', 'encryption'],
  ['fernet+signature+codec', 'fernet', 'signature+codec'],
  ['fernet+signature+codec', 'signature', 'fernet+codec'],
  ['fernet+signature+codec', 'codec', 'fernet+signature'],
  ['ttl+signature', 'ttl', 'fernet+signature'],
] as const;

/** Attacks that need nothing of a chat, one or two of a kind. */
const PLAYED = attacksOf(
  'log-sniffer/relay-log',
  'log-sniffer/wire',
  'rogue-server/rewrite',
  'rogue-server/forge',
  'rogue-server/re-attribute',
  'rogue-server/duplicate',
  'rogue-server/delay',
  'replay/after-ttl',
  'deserialization/server',
  'insider/forge',
);

/** The cases of single parts; the compositions are tried in CI. */
const SINGLE = 6;

describe('replacing a part by its pass-through', () => {
  test.each(THOROUGH ? CASES : CASES.slice(0, SINGLE))(
    'in %s: %s flips exactly the cells that it owned, and leaves those of %s',
    async (stack, part, rest) => {
      const twin = passThrough(PARTS.find(({ id }) => id === part)!);
      const without = stack
        .split('+')
        .map((id) => (id === part ? twin.id : id))
        .join('+');
      const { matrix } = await laboratory.fight([stack, without, rest], {
        attacks: PLAYED,
        parts: [...PARTS, twin],
      });
      const [whole, passed, left] = [stack, without, rest].map((id) =>
        column(matrix, nameIn(matrix.defenses, id)),
      );
      expect(passed).toEqual(left);
      const flipped = Object.keys(whole!).filter((attack) => whole![attack] !== passed![attack]);
      expect(flipped.length).toBeGreaterThan(0);
      for (const attack of flipped)
        expect([whole![attack], passed![attack]]).toEqual(['defeated', 'breached']);
      // Where the part alone stood, the referee named it (a secret that was not guessed names no check).
      const named = matrix.trials.filter(
        (trial) => trial.defense === stack && flipped.includes(trial.attack) && trial.part !== null,
      );
      for (const trial of named) if (rest === 'none' || part === 'ttl') expect(trial.part).toBe(part);
    },
    60_000,
  );
});

const nameIn = (defenses: readonly { id: string }[], typed: string): string =>
  defenses.find(({ id }) => [...id.split('+')].sort().join() === typed.split('+').sort().join())!.id;
