/** Runs an attempt, confined or free, and tells from outside whether its harm happened. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { encodeReviving, MARKER } from '../../../src/chat/reviving.js';
import type { Containment, Detonation } from '../../../src/containment/containment.js';
import { mint } from '../../../src/containment/sources.js';
import type { Attempt } from './attempt.js';
import { World } from './world.js';

export interface Outcome {
  harmed: boolean;
  detonation?: Detonation;
}

interface Run {
  /** What the canary file held, if the run shows it. */
  loot: boolean;
  detonation?: Detonation;
}

export async function confined(attempt: Attempt, containment: Containment): Promise<Outcome> {
  return observe(attempt, async (world, source) => {
    const detonation = await detonate(containment, source, world.secret);
    return { loot: detonation.executed, detonation };
  });
}

/** Detonates one minted source with the canary file `canary`. */
export function detonate(containment: Containment, source: string, nonce: string): Promise<Detonation> {
  const frame = encodeReviving({ type: 'message', body: MARKER + source });
  return containment.detonate(frame, { file: 'canary', nonce }, new Set([mint(source)]));
}

/** The twin: the same source in a Node process that nothing confines; proves that the attempt works at all. */
export function free(attempt: Attempt): Promise<Outcome> {
  return observe(attempt, async (world, source) => {
    const cwd = mkdtempSync(join(realpathSync(tmpdir()), 'free-'));
    const program = `globalThis.require=require;(0,eval)(${JSON.stringify(`(${source})`)})`;
    const child = spawn(process.execPath, ['-e', program], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdout.resume();
    child.stderr.resume();
    const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await once(child, 'exit');
    clearTimeout(limit);
    const file = join(cwd, 'canary');
    const loot = existsSync(file) && readFileSync(file, 'utf8') === world.secret;
    rmSync(cwd, { recursive: true });
    return { loot };
  });
}

async function observe(
  attempt: Attempt,
  run: (world: World, source: string) => Promise<Run>,
): Promise<Outcome> {
  const world = await new World().open();
  try {
    const source = attempt.source(world);
    await world.ready();
    const before = world.picture();
    const door = new AbortController();
    const entered = attempt.harm === 'listen' ? knock(world.free, door.signal) : Promise.resolve(false);
    const { loot, detonation } = await run(world, source);
    door.abort();
    const harmed = await happened(attempt, world, { loot, before, entered: await entered, detonation });
    return detonation ? { harmed, detonation } : { harmed };
  } finally {
    await world.close();
  }
}

interface Traces {
  loot: boolean;
  before: string;
  entered: boolean;
  detonation: Detonation | undefined;
}

// Every attempt is held against every harm: one that fails at its own purpose must do no other harm instead.
async function happened(attempt: Attempt, world: World, traces: Traces): Promise<boolean> {
  const spoiled = world.picture() !== traces.before;
  const endless = attempt.harm === 'endless' && traces.detonation?.normalExit !== false;
  const outside = [traces.entered, spoiled, (await world.visits()) > 0, await world.petWasHit()];
  return traces.loot || endless || outside.includes(true);
}

// Knocks at the port for as long as the run lasts.
async function knock(port: number, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const socket = connect(port, '127.0.0.1');
    const entered = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    socket.destroy();
    if (entered) return true;
    await delay(5);
  }
  return false;
}
