import { expect, test } from 'vitest';
import { honestResult } from '../../src/laboratory/honest.js';
import { here, type Runner } from '../../src/laboratory/runner.js';
import { Trials } from '../../src/studio/trials.js';
import { quickKeysmith } from '../support/bouts.js';
import { SHELF } from '../support/studio.js';

const QUESTION = { attack: 'rogue-server/rewrite', parts: ['mac'], seed: 1 };

/** Trials whose honest runs fail as long as `isBroken` says so, and how often each thing was fought. */
function counted(isBroken: () => boolean) {
  const fought = { honest: 0, cells: 0 };
  const runner: Runner = {
    cell: (...asked) => {
      fought.cells++;
      return here.cell(...asked);
    },
    honest: async (...asked) => {
      fought.honest++;
      return isBroken()
        ? honestResult([{ id: 'arena#1', who: 'arena', at: 0, kind: 'fault', what: 'the machine slept' }])
        : here.honest(...asked);
    },
  };
  const detonator = { detonate: () => Promise.reject(new Error('nothing is detonated here')) };
  const smiths = { keysmith: quickKeysmith('the group'), strangerKeysmith: quickKeysmith('others') };
  const ring = { ...smiths, detonator, containment: 'none', version: 'test', runner };
  return { fought, trials: new Trials(SHELF, ring) };
}

test('a control that proved nothing is fought anew with the next question, and one that passed is not', async () => {
  let isBroken = true;
  const { fought, trials } = counted(() => isBroken);
  expect((await trials.fight(QUESTION)).result.verdict).toBe('inconclusive');
  isBroken = false;
  expect((await trials.fight(QUESTION)).result.verdict).toBe('defeated');
  const { honest, cells } = fought;
  expect((await trials.fight(QUESTION)).result.verdict).toBe('defeated');
  expect(fought).toEqual({ honest, cells: cells + 1 });
});
