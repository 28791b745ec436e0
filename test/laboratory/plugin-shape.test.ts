import { expect, test } from 'vitest';
import { SCENARIOS } from '../../scenarios/index.js';
import { factsOf, fromFacts } from '../../src/laboratory/plugin-shape.js';
import { attackBy } from '../support/bouts.js';

test('all of a scenario crosses from thread to thread as facts: its lesson too', () => {
  for (const scenario of SCENARIOS) {
    const [crossed] = fromFacts(factsOf({ attacks: [], parts: [], scenarios: [scenario] })).scenarios;
    expect(Object.keys(crossed!).sort()).toEqual(Object.keys(scenario).sort());
    expect(crossed!.teaches).toEqual(scenario.teaches);
  }
});

test('so do the circumstances of an attack', () => {
  const { attack } = attackBy('relay', () => ({}));
  const circumstances = { skews: { bob: 20 }, meanwhile: [{ do: 'wait', seconds: 4 }] } as const;
  const named = { ...attack, id: 'tests/attack', circumstances };
  const [crossed] = fromFacts(factsOf({ attacks: [named], parts: [], scenarios: [] })).attacks;
  expect(crossed!.circumstances).toEqual(circumstances);
});

test.each([
  ['two questions', { questions: 2 }],
  ['a verdict that there is none of', { verdict: 'maybe' }],
])(
  'a lesson with %s is refused',
  (_, { questions = 3, verdict = 'breached' }: { questions?: number; verdict?: string }) => {
    const question = { asks: 'What?', hints: ['Look.'], cells: [['tests/attack', 'none', verdict]] };
    const teaches = { notice: [], questions: Array.from({ length: questions }, () => question), reading: [] };
    const facts = factsOf({
      attacks: [],
      parts: [],
      scenarios: [{ ...SCENARIOS[0]!, teaches: teaches as never }],
    });
    expect(() => fromFacts(facts)).toThrow('scenarios[0].teaches.questions');
  },
);
