/** Runs the built program in a process of its own, with a temporary directory that nobody else writes to. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, vi } from 'vitest';
import { main } from '../../src/cli.js';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const BIN = join(ROOT, 'bin', 'mallory.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What is left in its temporary directory. */
  readonly left: readonly string[];
}

export interface Running {
  readonly child: ChildProcess;
  readonly temporary: string;
  readonly ended: Promise<Ended>;
}

export interface How {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly command?: readonly string[];
}

/** A terminal's usual environment, without what npm and the test runner set. */
const OURS = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
const PLAIN = { NO_COLOR: undefined, FORCE_COLOR: undefined, LC_ALL: 'C.UTF-8', NODE_OPTIONS: undefined };

const directories: string[] = [];
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** A directory that goes with the tests of this file. */
export function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'mallory-test-'));
  directories.push(directory);
  return directory;
}

export function start(
  args: readonly string[],
  { env = {}, cwd = ROOT, command = [process.execPath, BIN] }: How = {},
): Running {
  const temporary = freshDirectory();
  const [program = '', ...before] = command;
  const child = spawn(program, [...before, ...args], {
    cwd,
    env: { ...OURS, ...PLAIN, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const [stdout, stderr] = [gathered(child.stdout!), gathered(child.stderr!)];
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', async (code) =>
      resolve({ code, stdout: await stdout, stderr: await stderr, left: readdirSync(temporary) }),
    );
  });
  return { child, temporary, ended };
}

export const mallory = (args: readonly string[], how?: How): Promise<Ended> => start(args, how).ended;

async function gathered(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Runs the same command line in this process, which is faster; what it writes is kept. */
export async function here(args: readonly string[]): Promise<Omit<Ended, 'left'>> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += text;
      return true;
    }),
  );
  try {
    const code = await main(args);
    return { code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
