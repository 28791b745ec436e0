import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Containment, containmentOn } from '../../src/containment/containment.js';
import { describe as describeMachine, type Machine, probeMachine } from '../../src/containment/tiers.js';
import { THOROUGH } from '../support/thorough.js';
import type { Attempt } from './attempts/attempt.js';
import { reading, writing } from './attempts/files.js';
import { exhausting, forging } from './attempts/limits.js';
import { network } from './attempts/network.js';
import { leaving } from './attempts/processes.js';
import { confined, free } from './attempts/run.js';

const attempts: Attempt[] = [...reading, ...writing, ...leaving, ...network, ...exhausting, ...forging];

// What this machine gives, and below it the permission model alone: each tier must hold without the one above.
const best = probeMachine();
const lower = describeMachine(best.tier.permissionFlag, []);
const tiers: [string, Machine | undefined][] = [
  ['namespace', best.tier.name === 'namespace' ? best : undefined],
  ['permission', lower.tier.name === 'permission' ? lower : undefined],
];

it('makes at least the 47 attempts, each under a name of its own', () => {
  expect(attempts.length).toBeGreaterThanOrEqual(47);
  expect(new Set(attempts.map(({ name }) => name)).size).toBe(attempts.length);
});

describe.concurrent('free: the same source harms when nothing confines it', () => {
  for (const attempt of attempts) {
    const reason = attempt.lacks ?? attempt.noTwin;
    it.skipIf(reason)(reason ? `${attempt.name} (${reason})` : attempt.name, async () => {
      expect((await free(attempt)).harmed).toBe(true);
    });
  }
});

describe.concurrent.each(THOROUGH ? tiers : tiers.filter(([name]) => name === best.tier.name))(
  'confined by the %s tier',
  (name, machine) => {
    let containment: Containment;
    beforeAll(() => {
      if (machine) containment = containmentOn(machine, { timeoutMs: 1_000 });
      else console.warn(`the ${name} tier is not tried: ${best.tier.why.join('; ')}`);
    });
    afterAll(async () => {
      expect(containment?.live() ?? 0).toBe(0); // no attempt left a process alive
      await containment?.close();
    });

    for (const attempt of attempts) {
      const reason = attempt.lacks ?? (machine ? undefined : `this machine lacks the ${name} tier`);
      it.skipIf(reason)(reason ? `${attempt.name} (${reason})` : attempt.name, async () => {
        const { harmed, detonation } = await confined(attempt, containment);
        expect(harmed, JSON.stringify(detonation)).toBe(false);
        expect(detonation?.executed).toBe(false);
      });
    }
  },
);
