import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { probeTier } from '../../src/containment/tiers.js';

const built = fileURLToPath(new URL('../../dist/src/containment/', import.meta.url));

// A laboratory with two idle victims and one that runs for ever; it obeys the words that it reads.
const PROGRAM = (machine: string) => `
import inspector from 'node:inspector';
import { containmentOn } from '${built}containment.js';
import { mint } from '${built}sources.js';
import { describe, probeMachine, probeTier } from '${built}tiers.js';
process.on('SIGHUP', () => setTimeout(() => console.log('url is ' + inspector.url()), 300));
const flag = probeTier().permissionFlag;
const machine = ${machine};
if (machine) {
  const containment = containmentOn(machine, { timeoutMs: 60_000 });
  const source = "function(){require('fs').writeFileSync('up','');for(;;);}()";
  const frame = JSON.stringify('_$$ND_FUNC$$_' + source);
  void containment.detonate(frame, { file: 'canary', nonce: 'x' }, new Set([mint(source)])).catch(() => {});
  containment.expect(2);
}
process.stdin.on('data', (word) => {
  if (String(word) === 'exit') process.exit(0);
  if (String(word) === 'throw') throw new Error('asked for');
});
setTimeout(() => process.exit(), 60_000);
console.log('open');`;
const BEST = 'probeMachine()';
const LOWER = 'describe(flag, [])';

let temporary: string;
let laboratory: ChildProcess;
beforeEach(() => {
  temporary = mkdtempSync(join(realpathSync(tmpdir()), 'laboratory-test-'));
});
afterEach(async () => {
  if (laboratory.kill('SIGKILL')) await once(laboratory, 'exit');
  rmSync(temporary, { recursive: true, force: true });
});

async function start(machine: string): Promise<string[]> {
  const args = ['--inspect-port=0', '--input-type=module', '-e', PROGRAM(machine)];
  const env = { ...process.env, TMPDIR: temporary };
  laboratory = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const heard: string[] = [];
  for (const stream of [laboratory.stdout!, laboratory.stderr!])
    stream.on('data', (text) => heard.push(String(text)));
  await until(() => heard.join('').includes('open'));
  return heard;
}

async function until(condition: () => boolean, limitMs = 10_000): Promise<boolean> {
  for (const end = performance.now() + limitMs; performance.now() < end; await delay(20))
    if (condition()) return true;
  return condition();
}

// Whatever names our temporary directory in its arguments: wrappers, victims and the watchdog.
function processes(word = ''): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes(temporary) && line.includes(word))
    .map((line) => Number.parseInt(line, 10));
}

const victims = () => processes('victim/main.js');
const running = () => find('up') && victims().length >= 3;
const find = (name: string) =>
  readdirSync(temporary, { recursive: true }).some((file) => String(file).endsWith(name));

describe.each([
  ['what this machine gives', BEST],
  ['the permission model alone', LOWER],
])('under %s, victims, watchdog and directories are gone within 2 s', (_, machine) => {
  it.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('after %s to the laboratory', async (signal) => {
    await start(machine);
    expect(await until(running)).toBe(true);
    laboratory.kill(signal);
    expect(await until(() => processes().length === 0 && readdirSync(temporary).length === 0, 2_000)).toBe(
      true,
    );
  });

  it.each(['exit', 'throw'])('after the laboratory had to %s', async (word) => {
    await start(machine);
    expect(await until(running)).toBe(true);
    laboratory.stdin!.write(word);
    expect(await until(() => processes().length === 0 && readdirSync(temporary).length === 0, 2_000)).toBe(
      true,
    );
  });
});

it.skipIf(probeTier().name !== 'namespace')('the kernel ends the victims without the watchdog', async () => {
  await start(BEST);
  expect(await until(running)).toBe(true);
  for (const pid of processes('mallory-watchdog')) process.kill(pid, 'SIGKILL');
  laboratory.kill('SIGKILL');
  expect(await until(() => victims().length === 0, 2_000)).toBe(true);
});

// Node marks what it inherits as close-on-exec up to the first gap after 15: the pipe stands beyond one.
const BEYOND = 30;
const SHOUT = "const fs=require('fs');for(let d=3;d<64;d++)try{fs.writeSync(d,'leak')}catch{}";

describe.skipIf(process.platform !== 'linux')('a descriptor that the laboratory inherited', () => {
  const leak = async (program: string) => {
    const stdio = [...Array<'ignore'>(BEYOND).fill('ignore'), 'pipe' as const];
    laboratory = spawn(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TMPDIR: temporary },
      stdio,
    });
    let heard = '';
    const pipe = (laboratory.stdio as unknown as Readable[])[BEYOND]!;
    pipe.on('data', (text) => {
      heard += String(text);
    });
    await once(laboratory, 'close');
    return heard;
  };

  it('reaches any other child process', async () => {
    const child = `import{spawnSync}from'node:child_process';spawnSync(process.execPath,['-e',${JSON.stringify(SHOUT)}])`;
    expect(await leak(child)).toContain('leak');
  });

  it('does not reach a victim', async () => {
    const program = `
import { writeSync } from 'node:fs';
import { createContainment } from '${built}containment.js';
import { mint } from '${built}sources.js';
const containment = createContainment();
const source = ${JSON.stringify(`function(){${SHOUT};fs.writeFileSync('canary','x')}()`)};
const frame = JSON.stringify('_$$ND_FUNC$$_' + source);
const { executed } = await containment.detonate(frame, { file: 'canary', nonce: 'x' }, new Set([mint(source)]));
writeSync(${BEYOND}, 'executed ' + executed);
await containment.close();`;
    expect(await leak(program)).toBe('executed true');
  });
});

describe('SIGUSR1', () => {
  const ask = async (machine: string) => {
    const heard = await start(machine);
    laboratory.kill('SIGUSR1');
    laboratory.kill('SIGHUP');
    await until(() => heard.join('').includes('url is'));
    return heard.join('');
  };

  it('opens the inspector of a program without containment', async () => {
    expect(await ask('undefined')).toMatch(/url is ws:/);
  });

  it('opens none while a containment is open', async () => {
    expect(await ask(BEST)).toMatch(/url is undefined/);
  });
});
