import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Containment } from '../../src/containment/containment.js';
import {
  createPickleContainment,
  findPython,
  mintPickle,
  pickleFrame,
} from '../../src/containment/pickle.js';
import { describe as describeMachine, probeTier } from '../../src/containment/tiers.js';
import { exploit, harmless } from '../../src/experiments/pickles.js';

const PYTHON = findPython();
const nonce = 'a nonce of this run';
const canary = { file: 'canary-1', nonce };
const PLANT = `open('canary-1', 'w').write('${nonce}')`;

/** The pickle whose reading calls `exec` of a source, at protocol 0. */
const running = (source: string): Uint8Array => {
  const escaped = source.replace(/[\\\n]/g, (sign) => (sign === '\n' ? '\\u000a' : '\\u005c'));
  return Buffer.from(`c__builtin__\nexec\np0\n(V${escaped}\np1\ntp2\nRp3\n.`, 'latin1');
};

test.skipIf(PYTHON)('skipped: there is no python3 on this machine, so that no pickle is read', () => {
  expect(findPython()).toBeNull();
});

describe.skipIf(!PYTHON)('a Python victim', () => {
  let temporary: string;
  let real: string | undefined;
  let containment: Containment;
  let server: Server;
  const reached: string[] = [];

  beforeAll(async () => {
    real = process.env.TMPDIR;
    temporary = mkdtempSync(join(realpathSync(tmpdir()), 'pickle-test-'));
    process.env.TMPDIR = temporary;
    containment = createPickleContainment(PYTHON!);
    server = createServer((socket) => {
      reached.push('a connection');
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await containment.close();
    await new Promise((resolve) => server.close(resolve));
    const left = readdirSync(temporary);
    if (real === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = real;
    rmSync(temporary, { recursive: true });
    expect(left).toEqual([]);
  });

  const load = (bytes: Uint8Array, reads: 'pickle' | 'restricted' | 'json' = 'pickle', mints = true) =>
    containment.detonate(pickleFrame(bytes, reads), canary, new Set(mints ? [mintPickle(bytes)] : []));

  test('runs the code of a minted pickle, and the canary sings', async () => {
    expect(await load(running(PLANT))).toMatchObject({ executed: true, why: 'canary', normalExit: true });
  });

  test('runs nothing of a foreign pickle', async () => {
    expect(await load(running(PLANT), 'pickle', false)).toMatchObject({
      executed: false,
      why: 'foreign-payload',
    });
  });

  test('runs nothing of an honest pickle, and reads it to its end', async () => {
    expect(await load(harmless())).toMatchObject({ executed: false, why: 'no-canary', normalExit: true });
  });

  test('refuses every name where names are restricted, and reads to the end', async () => {
    expect(await load(running(PLANT), 'restricted')).toMatchObject({ why: 'no-canary', normalExit: true });
    expect(await load(harmless(), 'restricted')).toMatchObject({ why: 'no-canary', normalExit: true });
  });

  test('does not take what it cannot read for something that it withstood', async () => {
    for (const reads of ['pickle', 'restricted', 'json'] as const)
      expect(await load(Buffer.from('neither'), reads)).toMatchObject({ why: 'crashed', normalExit: false });
  });

  test('the exploit is, byte for byte, what Python makes of a class with __reduce__', () => {
    const source = Buffer.from(exploit(canary)).toString('latin1').split('\n')[3]!.slice(2);
    const program = `
import pickle, sys
class Exploit:
    def __reduce__(self):
        return (exec, (${JSON.stringify(source)},))
sys.stdout.buffer.write(pickle.dumps(Exploit(), protocol=0))`;
    const { stdout } = spawnSync(PYTHON!.program, ['-I', '-c', program]);
    expect(stdout.toString('latin1')).toBe(Buffer.from(exploit(canary)).toString('latin1'));
  });

  describe('holds what a payload tries', () => {
    const outside = (): string => join(temporary, 'outside');
    /** Each plants the canary only where the attempt worked. */
    const ATTEMPTS: Readonly<Record<string, () => string>> = {
      'a file elsewhere': () => `open(${JSON.stringify(outside())}, 'w').write('x')`,
      'a file above': () => `open('../outside', 'w').write('x')`,
      'reading a file': () => `open('/etc/hostname').read()`,
      'os.open': () => `import os; os.open(${JSON.stringify(outside())}, os.O_CREAT | os.O_WRONLY)`,
      'another directory': () => `import os; os.chdir('/tmp')`,
      'a link': () => `import os; os.symlink('/etc/hostname', 'link')`,
      'removing a file': () => `import os; os.remove('../job')`,
      'a shell': () => `import os; os.system('true')`,
      'a process': () => `import subprocess; subprocess.run(['true'])`,
      'a fork': () => `import os; os.fork()`,
      'a socket': () =>
        `import socket; socket.create_connection(('127.0.0.1', ${(server.address() as { port: number }).port}), 1)`,
      'the raw socket module': () => `import _socket; _socket.socket()`,
      ctypes: () => `import ctypes; ctypes.CDLL(None)`,
      'a module that is not there yet': () => `import urllib.request`,
      'a signal to its parent': () => `import os; os.kill(os.getppid(), 0)`,
      'another frame': () => `import sys; sys._getframe(1)`,
      'the objects of the collector': () => `import gc; gc.get_objects()`,
    };

    test.each(Object.keys(ATTEMPTS))('%s', async (name) => {
      const bytes = running(`${ATTEMPTS[name]!()}\n${PLANT}`);
      expect(await load(bytes)).toMatchObject({ executed: false, why: 'crashed' });
      expect(existsSync(outside())).toBe(false);
      expect(reached).toEqual([]);
    });

    test('a loop, by the time limit', async () => {
      expect(await load(running('while True: pass'))).toMatchObject({ executed: false, why: 'timed-out' });
    });

    test('memory, by the kernel’s limit', async () => {
      const { executed, why } = await load(running(`x = bytearray(1 << 40)\n${PLANT}`));
      expect({ executed, why }).toEqual({ executed: false, why: 'crashed' });
    });

    test('a second file beside the canary: then it does not sing', async () => {
      const bytes = running(`open('other', 'w').write('x')\n${PLANT}`);
      expect(await load(bytes)).toMatchObject({ executed: false, why: 'no-canary' });
    });
  });

  test('has an empty environment', async () => {
    const bytes = running(
      `import os\nif set(os.environ) <= {'LC_CTYPE', 'PWD', 'OLDPWD', 'SHLVL', '_'}:\n    ${PLANT}`,
    );
    expect((await load(bytes)).executed).toBe(true);
  });

  test('is refused below the tier that was asked for, as every victim is', () => {
    const weaker = describeMachine(probeTier().permissionFlag, []);
    expect(() => createPickleContainment(PYTHON!, { safety: 'strict' }, weaker)).toThrow(
      /strict safety asks for more/,
    );
  });
});

test('no Python is found where the path leads to none', () => {
  const empty = mkdtempSync(join(realpathSync(tmpdir()), 'no-python-'));
  const path = process.env.PATH;
  try {
    process.env.PATH = empty;
    expect(findPython()).toBeNull();
    // One that starts and fails is none either.
    writeFileSync(join(empty, 'python3'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    expect(findPython()).toBeNull();
  } finally {
    process.env.PATH = path;
    rmSync(empty, { recursive: true });
  }
});
