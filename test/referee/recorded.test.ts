import { describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { judge } from '../../src/referee/judge.js';
import { recordedTrials } from './recorded.js';

const recorded = recordedTrials();
const factsOf = (id: string) => ATTACKS.find((attack) => attack.id === id)!;

/** Whoever changes a ruling on purpose looks at each of them, and records anew: `npm run record`. */
describe('what was ruled of a trial that was really fought is ruled again:', () => {
  test.each(recorded.map((one) => [one.attack, one.defense, one.ruling.verdict, one] as const))(
    '%s against %s is %s',
    (attack, _, __, { tested, trace, ruling }) => {
      expect(judge(factsOf(attack), tested, trace)).toEqual(ruling);
    },
  );
});

test('among them is a trial of nearly every attack, and every verdict that a fight can come to', () => {
  const attacks = new Set(recorded.map(({ attack }) => attack));
  expect(attacks.size).toBeGreaterThan(0.9 * ATTACKS.length);
  const verdicts = new Set(recorded.map(({ ruling }) => ruling.verdict));
  expect([...verdicts].sort()).toEqual(['breached', 'defeated', 'detected', 'inconclusive']);
});

test('a trace without what its ruling rests on is ruled otherwise', () => {
  for (const { attack, tested, trace, ruling } of recorded) {
    const less = trace.filter(({ id }) => !ruling.evidence.includes(id));
    if (less.length < trace.length) expect(judge(factsOf(attack), tested, less)).not.toEqual(ruling);
  }
});
