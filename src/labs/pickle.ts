import type { Bench } from '../experiments/bench.js';
import { freshCanary, harmless, type Pickles, unpickled } from '../experiments/pickles.js';
import { Unproven } from '../experiments/unproven.js';
import type { Stopper } from '../model/labs.js';
import type { Lab, Played } from './lab.js';

const SKIPPED: Played = {
  outcome: 'skipped',
  happened: [
    'this machine has no python3, so that nothing was unpickled; the chat’s own reviving codec is attacked in "mallory scenario deserialization"',
  ],
  stoppers: [],
};

const NOTHING_RAN = {
  restricted: 'the name was refused, and no canary was found',
  json: 'the same wish written in JSON was read as data, and no canary was found',
} as const;

async function stopperOf(pickles: Pickles, what: string, reads: 'restricted' | 'json'): Promise<Stopper> {
  const { ran } = await unpickled(pickles, reads);
  return { what, outcome: ran ? 'the code ran' : NOTHING_RAN[reads], stopped: !ran };
}

async function play({ pickles }: Bench): Promise<Played> {
  if (!pickles) return SKIPPED;
  const { ran } = await unpickled(pickles, 'pickle');
  const honest = await pickles.load(harmless(), 'pickle', freshCanary());
  if (honest.executed || !honest.normalExit)
    throw new Unproven(`an honest pickle did not pass: ${honest.why}`);
  return {
    outcome: ran ? 'worked' : 'unproven',
    happened: [
      'Mallory sends the pickle of an object whose __reduce__ returns exec and a line of Python that creates one file',
      `the server’s pickle.loads (Python ${pickles.version}, in a contained process of its own) reads it: ${
        ran ? 'the line ran, and the laboratory found the canary file of this run' : 'no canary was found'
      }`,
      'an honest pickle, read the same way, created nothing',
    ],
    stoppers: [
      await stopperOf(pickles, 'an Unpickler whose find_class refuses every name', 'restricted'),
      await stopperOf(pickles, 'json.loads in the place of pickle.loads', 'json'),
    ],
  };
}

export const pickle: Lab = {
  id: 'pickle',
  title: 'The pickle exploit',
  coursework:
    'The first lab’s exploit: the server unpickles what anybody sends, and __reduce__ says what to call. An exploit that sends JSON to a server of pickles fails for that alone; this one sends a pickle.',
  play,
};
