import { afterAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { fight } from '../../src/arena/fight.js';
import { inTurn } from '../../src/arena/in-turn.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { fightCell, testedIn } from '../../src/laboratory/cell.js';
import { groundFor } from '../../src/laboratory/matrix.js';
import { inRounds, volleyOf } from '../../src/laboratory/rounds.js';
import type { Adversary, Attack, Tactic, Volley } from '../../src/model/attack.js';
import { eventsOf, type Trace } from '../../src/model/trace.js';
import { judge } from '../../src/referee/judge.js';
import { bout } from '../support/bouts.js';
import { openSettings } from '../support/laboratory.js';
import { THOROUGH } from '../support/thorough.js';

const { lab, close } = openSettings();
afterAll(close);

const frame = { to: 'bob', from: 'alice', bytes: 'as it was' };

describe('adversaries in turn', () => {
  test('have each moment one after another', async () => {
    const moments: string[] = [];
    const one = (name: string): Adversary => ({
      begin: async () => {
        await Promise.resolve();
        moments.push(`${name} begins`);
      },
      end: () => void moments.push(`${name} ends`),
      guess: () => name,
    });
    const both = inTurn([one('first'), one('second')]);
    await both.begin?.();
    await both.end?.();
    expect(moments).toEqual(['first begins', 'second begins', 'first ends', 'second ends']);
    expect(both.guess?.()).toEqual(['first', 'second']);
  });

  test.each([
    { decided: [[{ do: 'forward' }], [{ do: 'forward' }]], whole: [{ do: 'forward' }] },
    { decided: [[{ do: 'forward' }], [{ do: 'drop' }]], whole: [{ do: 'drop' }] },
    {
      decided: [[{ do: 'replace', bytes: 'a' }], [{ do: 'replace', bytes: 'b' }]],
      whole: [
        { do: 'replace', bytes: 'a' },
        { do: 'replace', bytes: 'b' },
      ],
    },
    {
      decided: [
        [{ do: 'forward' }, { do: 'inject', bytes: 'a' }],
        [{ do: 'forward' }, { do: 'inject', bytes: 'b' }],
      ],
      whole: [{ do: 'forward' }, { do: 'inject', bytes: 'a' }, { do: 'inject', bytes: 'b' }],
    },
  ] as const)('do to a frame what any of them does, and let it go on once: $whole', ({ decided, whole }) => {
    expect(inTurn(decided.map((decisions) => ({ forward: () => decisions }))).forward?.(frame)).toEqual(
      whole,
    );
  });

  test('change the same bytes, each what the one before has left', () => {
    const adding = (byte: number): Adversary => ({ pass: ({ bytes }) => Uint8Array.of(...bytes, byte) });
    const passed = inTurn([adding(1), {}, adding(2)]).pass?.({ to: 'peer', bytes: Uint8Array.of(0) });
    expect([...passed!]).toEqual([0, 1, 2]);
  });
});

/** An attack that forges under a member's nick, by one way or another, and what a receiver makes of it. */
const forging = (tactics: readonly Tactic[], forged: (tactic: Tactic) => string): Attack => ({
  id: 'rogue-server/forge',
  title: 'An attack of this test',
  position: 'relay',
  property: 'attribution',
  needs: [],
  alarms: [],
  cwe: [],
  sources: [],
  tactics: () => tactics,
  adversary: (_, tactic, { did }) => ({
    forward: ({ to, from, bytes }) => {
      if (from !== 'alice' || to !== 'bob' || !bytes.includes('"type":"message"')) return { do: 'forward' };
      did(tactic.does);
      return [{ do: 'forward' }, { do: 'inject', bytes: forgedIn(bytes, forged(tactic)) }];
    },
  }),
});

const forgedIn = (bytes: string, body: string): string => {
  const message = JSON.parse(bytes);
  return JSON.stringify({ ...message, header: { ...message.header, seq: message.header.seq + 9 }, body });
};

const named = (...ids: readonly string[]): Tactic[] =>
  ids.map((id) => ({ id, does: `plays ${id}`, together: true }));

const PLAIN = '{"text":"forged"}';

test('rounds: the first alone, then those that go together, then each that does not or sets clocks', () => {
  const [first, second, third, fourth] = named('first', 'second', 'third', 'fourth');
  const alone = { ...named('alone')[0]!, together: false };
  const skewed = { ...named('skewed')[0]!, skews: { bob: -45 } };
  const rounds = inRounds([first!, second!, alone, third!, skewed, fourth!]);
  expect(rounds.map((round) => round.map(({ id }) => id))).toEqual([
    ['first'],
    ['second', 'third', 'fourth'],
    ['alone'],
    ['skewed'],
  ]);
  expect(inRounds([])).toEqual([]);
});

describe('a cell', () => {
  const played = async (attack: Attack, defense: string) => {
    const { result, decisive } = await fightCell(attack, bout({ defense }));
    return { verdict: result.verdict, tactic: result.tactic, deeds: decisive && deedsIn(decisive.trace) };
  };

  test('plays the first alone and tells of that where all are withstood', async () => {
    const { verdict, tactic, deeds } = await played(
      forging(named('one', 'two', 'three'), () => PLAIN),
      'mac',
    );
    expect({ verdict, tactic }).toEqual({ verdict: 'defeated', tactic: 'one' });
    expect(deeds).toEqual(['plays one']);
  });

  test('names the one of several that gets through', async () => {
    const forged = ({ id }: Tactic): string => (id === 'three' ? PLAIN : 'nothing that can be read');
    const { verdict, tactic, deeds } = await played(
      forging(named('one', 'two', 'three', 'four'), forged),
      'codec',
    );
    expect({ verdict, tactic }).toEqual({ verdict: 'breached', tactic: 'three' });
    expect(deeds).toEqual(['plays three']);
  });

  test('names them all where none gets through but with another', async () => {
    let shown = '';
    // Each alone is unreadable; the second of two in one chat is not.
    const attack = forging(named('one', 'two', 'three'), ({ id }) =>
      shown === 'two' && id === 'three' ? PLAIN : '',
    );
    const { adversary } = attack;
    const remembering: Attack = {
      ...attack,
      adversary: (position, tactic, tools) => {
        if (tactic.id !== 'three') shown = '';
        const playing = adversary(position, tactic, tools);
        return {
          forward: (given) => {
            const decisions = playing.forward?.(given) ?? { do: 'forward' };
            shown = tactic.id;
            return decisions;
          },
        };
      },
    };
    const { verdict, tactic } = await played(remembering, 'codec');
    expect({ verdict, tactic }).toEqual({ verdict: 'breached', tactic: 'two+three' });
  });

  test('does not try again what proved nothing together', async () => {
    const attack = forging(named('one', 'two', 'three'), () => PLAIN);
    let failed = false;
    const failing: Attack = {
      ...attack,
      adversary: (position, tactic, tools) => {
        if (tactic.id === 'three' && !failed) {
          failed = true;
          throw new Error('once only');
        }
        return attack.adversary(position, tactic, tools);
      },
    };
    const { verdict, tactic } = await played(failing, 'mac');
    expect({ verdict, tactic }).toEqual({ verdict: 'inconclusive', tactic: 'two+three' });
  });
});

const deedsIn = (trace: Trace): string[] => [...new Set(eventsOf(trace, 'did').map(({ what }) => what))];

/** The columns in which volleys are withstood; the others are tried in CI. */
const WITHSTANDING = [
  'mac',
  'ttl',
  'signature',
  'bound',
  'sequence',
  'transcript',
  'codec',
  'limits',
  'full',
];
const PLAYED = THOROUGH ? WITHSTANDING : ['codec', 'limits', 'full'];

describe.each(PLAYED)('what is played together against %s', (defense) => {
  const stack = compose(defense, PARTS);
  const arsenal = {
    attacks: ATTACKS,
    scenarios: SCENARIOS,
    stacks: [stack],
    undefended: compose('none', PARTS),
  };
  const withstood: string[] = [];
  const volleys = ATTACKS.flatMap((attack) =>
    inRounds(attack.tactics(stack.wire))
      .filter((round) => round.length > 1)
      .map((forms) => ({ attack, id: attack.id, forms })),
  );

  test.each(volleys)(
    '$id: is done as alone, and withstood alone where it is withstood',
    async ({ attack, forms }) => {
      const ruled = async (tactic: Tactic | Volley) => {
        const trace = await fight({ ...groundFor(attack, stack, arsenal, lab), attack, tactic });
        return { deeds: deedsIn(trace), ruling: judge(attack, testedIn(stack), trace) };
      };
      const volley = await ruled(volleyOf(forms));
      if (volley.ruling.verdict !== 'defeated') return;
      withstood.push(attack.id);
      for (const form of forms) {
        const alone = await ruled(form);
        // A probe that nobody can read proves nothing alone, and has passed for nothing with the others.
        expect(form.probe ? ['defeated', 'inconclusive'] : ['defeated'], form.id).toContain(
          alone.ruling.verdict,
        );
        expect(volley.deeds, form.id).toEqual(expect.arrayContaining(alone.deeds));
      }
    },
  );

  test('is withstood in some cells at least, or nothing was tried', () => {
    expect(withstood).not.toEqual([]);
  });
});
