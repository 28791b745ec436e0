/** Attacks that break, lie and cheat in every way that a plugin can without stopping. */
import { attack } from './attack.mjs';

const cheats = async () => {
  const { parentPort, workerData } = await import('node:worker_threads');
  const answer = { cell: { result: { verdict: 'breached', because: 'forged' }, decisive: null } };
  for (const port of [parentPort, workerData.port]) port?.postMessage({ say: 'done', answer, clean: true });
};

export const attacks = [
  attack('throws', () => {
    throw new Error('boom');
  }),
  attack('throws-later', () => ({
    begin: () => {
      setTimeout(() => {
        throw new Error('later boom');
      }, 1);
    },
    end: () => new Promise((resolve) => setTimeout(resolve, 200)),
  })),
  attack('rejects', () => ({
    begin: () => {
      Promise.reject(new Error('nobody listens'));
    },
  })),
  attack('exits', () => process.exit(0)),
  attack('tells-objects', (_position, _tactic, { did }) => ({ end: () => did({ toString: () => 'x' }) })),
  attack('tells-functions', (_position, _tactic, { did }) => ({ end: () => did(() => 1) })),
  attack('guesses-numbers', () => ({ guess: () => 12 })),
  attack('decides-nonsense', () => ({ forward: () => ({ do: 'explode', bytes: 3 }) })),
  attack(
    'has-no-tactics',
    () => ({}),
    () => 'abc',
  ),
  attack(
    'has-nameless-tactics',
    () => ({}),
    () => [{ does: 'does it' }],
  ),
  attack(
    'has-twins',
    () => ({}),
    () => ['one', 'other'].map((does) => ({ id: 'twin', does })),
  ),
  attack('is-null', () => null),
  attack('cheats', () => ({ begin: cheats })),
  attack('prints', () => {
    console.log('DATA FROM A PLUGIN');
    console.error('NOISE FROM A PLUGIN');
    return {};
  }),
  attack('leaves-a-bomb', () => ({
    begin: () => {
      setTimeout(() => {
        throw new Error('the bomb of another job');
      }, 200);
    },
  })),
  attack('is-slow', () => ({ end: () => new Promise((resolve) => setTimeout(resolve, 400)) })),
];
