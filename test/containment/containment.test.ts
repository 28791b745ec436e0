import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeReviving, MARKER } from '../../src/chat/reviving.js';
import { type Containment, containmentOn, createContainment } from '../../src/containment/containment.js';
import { ContainmentRefused } from '../../src/containment/refused.js';
import { mint } from '../../src/containment/sources.js';
import { describe as describeMachine, probeTier } from '../../src/containment/tiers.js';
import { detonate } from './attempts/run.js';

const nonce = 'a nonce of this trial';
const plant = `function(){require('fs').writeFileSync('canary','${nonce}')}()`;
const canary = { file: 'canary', nonce };
const frameOf = (...sources: string[]) => encodeReviving(sources.map((source) => MARKER + source));
const minted = (...sources: string[]) => new Set(sources.map(mint));

// A temporary directory of this test's own, so that anything left behind shows.
const real = process.env.TMPDIR;
let temporary: string;
let containment: Containment;

beforeEach(() => {
  temporary = mkdtempSync(join(realpathSync(tmpdir()), 'containment-test-'));
  process.env.TMPDIR = temporary;
  containment = createContainment();
});
afterEach(async () => {
  await containment.close();
  const left = readdirSync(temporary);
  if (real === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = real;
  rmSync(temporary, { recursive: true });
  expect(left).toEqual([]);
  expect(containment.live()).toBe(0);
});

describe('a detonation', () => {
  it('executes a minted payload, and the canary sings', async () => {
    const detonation = await detonate(containment, plant, nonce);
    expect(detonation).toEqual({ executed: true, why: 'canary', normalExit: true, ms: expect.any(Number) });
  });

  it('executes several minted payloads of one frame in order', async () => {
    const first = "function(){globalThis.word='a nonce of '}()";
    const second = "function(){require('fs').writeFileSync('canary',globalThis.word+'this trial')}()";
    const detonation = await containment.detonate(frameOf(first, second), canary, minted(first, second));
    expect(detonation.executed).toBe(true);
  });

  it('executes what a payload does later, too', async () => {
    const later = `function(){setTimeout(()=>require('fs').writeFileSync('canary','${nonce}'),30)}()`;
    expect((await detonate(containment, later, nonce)).executed).toBe(true);
  });

  it('reports a foreign payload as such and runs nothing', async () => {
    const detonation = await containment.detonate(frameOf(plant), canary, minted('another'));
    expect(detonation).toEqual({ executed: false, why: 'foreign-payload', normalExit: true, ms: 0 });
    expect(containment.live()).toBe(0);
  });

  it('runs nothing of a frame with one foreign payload among its own', async () => {
    const frame = encodeReviving({ a: MARKER + plant, b: [{ c: `${MARKER}function(){}()` }] });
    expect((await containment.detonate(frame, canary, minted(plant))).why).toBe('foreign-payload');
  });

  it('takes a source that differs in a lone surrogate only for foreign', async () => {
    const replaced = `function(){return '\ufffd'}()`;
    const lone = `function(){return '\ud800'}()`;
    expect((await containment.detonate(frameOf(replaced), canary, minted(replaced))).why).toBe('no-canary');
    expect((await containment.detonate(frameOf(lone), canary, minted(replaced))).why).toBe('foreign-payload');
  });

  it('finds no canary where a frame carries no payload', async () => {
    const detonation = await containment.detonate('{"body":"hello"}', canary, minted());
    expect(detonation).toMatchObject({ executed: false, why: 'no-canary', normalExit: true });
  });

  it('names a limit that was reached', async () => {
    const quick = containmentOn(describeMachine(probeTier().permissionFlag, []), { timeoutMs: 200 });
    const detonation = await detonate(quick, 'function(){for(;;);}()', nonce);
    expect(detonation).toMatchObject({ executed: false, why: 'timed-out', normalExit: false });
    expect(detonation.ms).toBeLessThan(2_000);
    await quick.close();
  });

  it.each([
    ['throws', 'function(){throw new Error()}()'],
    ['aborts', 'function(){process.abort()}()'],
    ['leaves early', 'function(){process.exit(0)}()'],
    ['does not parse', 'function('],
  ])('names a crash: a payload that %s', async (_, source) => {
    expect(await detonate(containment, source, nonce)).toMatchObject({
      executed: false,
      why: 'crashed',
      normalExit: false,
    });
  });

  it('names a crash: a nesting that overflows the victim but not the laboratory', async () => {
    const bomb = '['.repeat(30_000) + ']'.repeat(30_000);
    expect(await containment.detonate(bomb, canary, minted())).toMatchObject({
      why: 'crashed',
      normalExit: false,
    });
  });

  it('ends a payload that fills the heap before it has a gigabyte', async () => {
    const patient = createContainment({ timeoutMs: 20_000 });
    const bomb = `function(){for(const all=[];process.memoryUsage().heapTotal<1.2e9;)all.push(Array(1e5).fill(0));(${plant})}()`;
    expect(await detonate(patient, bomb, nonce)).toMatchObject({ executed: false, why: 'crashed' });
    await patient.close();
  });

  it('believes the canary of a victim that then crashed or hung', async () => {
    const crash = plant.replace('}()', ';throw 1}()');
    expect(await detonate(containment, crash, nonce)).toMatchObject({ executed: true, normalExit: false });
    const hang = plant.replace('}()', ';for(;;);}()');
    expect(await detonate(containment, hang, nonce)).toMatchObject({ executed: true, normalExit: false });
  });

  it('has a process of its own, warmed or not', async () => {
    const once = plant.replace('function(){', 'function(){if(globalThis.used)return;globalThis.used=true;');
    containment.expect(2);
    for (let i = 0; i < 4; i++) expect((await detonate(containment, once, nonce)).executed).toBe(true);
  });

  it('keeps out of the way of another one at the same time', async () => {
    const nonces = ['one', 'two', 'three', 'four'];
    const sources = nonces.map((word) => `function(){require('fs').writeFileSync('canary','${word}')}()`);
    const all = await Promise.all(sources.map((source, i) => detonate(containment, source, nonces[i]!)));
    expect(all.map(({ executed }) => executed)).toEqual([true, true, true, true]);
  });

  it('rejects a frame that is not JSON, before any process', async () => {
    await expect(containment.detonate('{', canary, minted())).rejects.toThrow(SyntaxError);
    expect(containment.live()).toBe(0);
  });

  it('rejects a canary that is no plain file name', async () => {
    const elsewhere = { file: '../canary', nonce };
    await expect(containment.detonate(frameOf(plant), elsewhere, minted(plant))).rejects.toThrow(TypeError);
  });

  it('removes a directory that resists', async () => {
    const resist =
      "function(){const fs=require('fs');fs.mkdirSync('a/b',{recursive:true});fs.chmodSync('a/b',0);fs.chmodSync('a',0)}()";
    expect((await detonate(containment, resist, nonce)).executed).toBe(false);
  });
});

describe('a containment', () => {
  it('works under a temporary directory that is a symbolic link', async () => {
    const link = `${temporary}-link`;
    symlinkSync(temporary, link);
    process.env.TMPDIR = link;
    const linked = createContainment();
    const { executed } = await detonate(linked, plant, nonce);
    await linked.close();
    unlinkSync(link);
    expect(executed).toBe(true);
  });

  it.each([',', '*'])(
    'refuses a temporary directory with %s in its name: the write grant would name others',
    (sign) => {
      const odd = join(temporary, `a${sign}b`);
      mkdirSync(odd);
      process.env.TMPDIR = odd;
      expect(() => createContainment()).toThrow(ContainmentRefused);
      rmdirSync(odd);
    },
  );

  it('starts as many processes ahead as are expected, at most 3, and counts them', () => {
    containment.expect(2);
    containment.expect(2);
    expect(containment.live()).toBe(2);
    containment.expect(60);
    expect(containment.live()).toBe(3);
  });

  it('starts the next one as soon as one has its job, until none is expected', async () => {
    containment.expect(2);
    for (const left of [1, 0, 0]) {
      await detonate(containment, plant, nonce);
      expect(containment.live()).toBe(left);
    }
    containment.expect(5);
    await detonate(containment, plant, nonce);
    expect(containment.live()).toBe(3);
  });

  it('closes twice, with idle processes and with a detonation under way', async () => {
    containment.expect(2);
    const running = Promise.allSettled([detonate(containment, 'function(){for(;;);}()', nonce)]);
    await Promise.all([containment.close(), containment.close()]);
    expect(await Promise.race([running, 'pending'])).not.toBe('pending');
  });

  it('detonates and starts nothing once it is closed', async () => {
    await containment.close();
    await expect(detonate(containment, plant, nonce)).rejects.toThrow(ContainmentRefused);
    expect(() => containment.expect(1)).toThrow(ContainmentRefused);
  });

  it('takes SIGUSR1 away from the inspector while it is open, and no longer', async () => {
    expect(process.listenerCount('SIGUSR1')).toBe(1);
    await containment.close();
    expect(process.listenerCount('SIGUSR1')).toBe(0);
  });

  it('says so where the wrapper starts nothing', async () => {
    const broken = containmentOn(describeMachine(probeTier().permissionFlag, ['/bin/false']));
    await expect(detonate(broken, plant, nonce)).rejects.toThrow(ContainmentRefused);
    await broken.close();
  });
});
