import { afterAll, expect, test } from 'vitest';
import { PARTS } from '../../src/defenses/index.js';
import { counting, sequence } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';
import { attacksOf, openLaboratory } from '../support/laboratory.js';

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

/** Counters by author alone, whatever the room. */
class OneRoom extends Map<string, string> {
  override get(name: string): string | undefined {
    return super.get(authorIn(name));
  }

  override set(name: string, value: string): this {
    return super.set(authorIn(name), value);
  }
}

const authorIn = (name: string): string => JSON.stringify(['', (JSON.parse(name) as [string, string])[1]]);

test('counters that take all rooms for one refuse honest people, who are in two', async () => {
  const part = definePart({
    ...sequence,
    id: 'sequence-one-room',
    insteadOf: 'sequence',
    layer: (_, host) => counting(host, new OneRoom()),
  });
  const { matrix } = await laboratory.fight(['sequence', part.id], {
    attacks: attacksOf('rogue-server/reorder'),
    parts: [...PARTS, part],
  });
  const benign = matrix.controls.filter(({ kind }) => kind === 'benign');
  expect(benign.map(({ outcome, because }) => [outcome, because])).toEqual([
    ['passed', expect.any(String)],
    ['failed', expect.stringContaining('alice refused an honest frame: a message with this counter')],
  ]);
  expect(matrix.trials.map(({ verdict }) => verdict)).toEqual(['defeated', 'inconclusive']);
});
