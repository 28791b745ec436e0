import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { probeTier } from '../../src/containment/tiers.js';
import { victimCode } from '../../src/containment/victim-code.js';

const code = victimCode();
const permission = [probeTier().permissionFlag!, ...code.files.map((file) => `--allow-fs-read=${file}`)];
const lock = ['--import', pathToFileURL(code.preload).href];

// The payload asks for nothing but to be run: it shows on standard output.
function start(...options: string[]) {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'victim-test-'));
  const source = "function(){require('fs').writeSync(1,'evaluated\\n')}()";
  writeFileSync(
    join(directory, 'job'),
    `${JSON.stringify({ frame: JSON.stringify(`_$$ND_FUNC$$_${source}`) })}\n`,
  );
  const job = openSync(join(directory, 'job'), 'r');
  const args = [...options, code.entry];
  const done = spawnSync(process.execPath, args, {
    cwd: directory,
    env: {},
    encoding: 'utf8',
    stdio: [job, 'pipe', 'pipe'],
  });
  closeSync(job);
  rmSync(directory, { recursive: true });
  return { status: done.status, output: done.stdout };
}

describe('the victim process', () => {
  it('evaluates its job under the permission model and the lock', () => {
    expect(start(...permission, ...lock)).toEqual({ status: 0, output: 'ready\nevaluated\ndone\n' });
  });

  it.each([
    ['the permission model', lock],
    ['the lock', permission],
    ['both', []],
  ])('evaluates nothing without %s', (_, options) => {
    expect(start(...options)).toEqual({ status: 70, output: '' });
  });

  it('evaluates nothing where it may write everywhere', () => {
    expect(start(...permission, '--allow-fs-write=*', ...lock)).toEqual({ status: 70, output: '' });
  });

  it('evaluates nothing where it may start processes', () => {
    expect(start(...permission, '--allow-child-process', ...lock)).toEqual({ status: 70, output: '' });
  });
});
