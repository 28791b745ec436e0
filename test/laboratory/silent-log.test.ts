import { afterAll, expect, test } from 'vitest';
import { PARTS } from '../../src/defenses/index.js';
import type { Part } from '../../src/model/defense.js';
import { attacksOf, openLaboratory } from '../support/laboratory.js';

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

const silent: Part = {
  id: 'silent-log',
  title: 'A relay that writes nothing down',
  protects: 'all that a log would tell',
  leavesOpen: 'everything else',
  stage: 'log',
  settings: { relayLog: { writer: () => () => ({ line: '' }) } },
};

test.each(['relay-log', 'length', 'metadata'])(
  'a log without a line in it defeats log-sniffer/%s: whoever reads it can only guess',
  async (name) => {
    const { matrix } = await laboratory.fight(['silent-log'], {
      attacks: attacksOf(`log-sniffer/${name}`),
      parts: [...PARTS, silent],
    });
    const [trial] = matrix.trials;
    expect(trial).toMatchObject({ defense: 'silent-log', verdict: 'defeated' });
    expect(trial!.because).toBe(
      'the adversary held what the log says of the message and its best guess of the secret is wrong',
    );
  },
);
