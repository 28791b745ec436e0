import { expect, test } from 'vitest';
import { compose } from '../../src/defenses/compose.js';
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';
import { testedIn } from '../../src/laboratory/cell.js';

const own = (settings: object) =>
  definePart({ id: 'own', title: 'x', protects: 'x', leavesOpen: 'x', stage: 'limits', settings });

test.each([
  ['the relay’s limits', { limits: { noCompression: true } }, 'limits'],
  ['the strict codec', { codec: 'strict' }, 'codec'],
])('a part written outside that brings %s answers with the codes of that part', (_, settings, codes) => {
  expect(testedIn(compose('own', [own(settings)]))).toMatchObject([{ id: 'own', insteadOf: codes }]);
});

test('a part answers for itself, or for none', () => {
  expect(testedIn(compose('limits', [limits]))).toEqual([{ id: 'limits', seals: false, logs: true }]);
  expect(testedIn(compose('own', [own({ codec: 'reviving' })]))).toEqual([{ id: 'own', seals: false }]);
});
