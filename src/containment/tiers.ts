/**
 * What this machine can confine a victim process with. Probed once, by running the confinement and looking whether it
 * holds, never by the name of the system; cached for the life of the process.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readlinkSync } from 'node:fs';
import { join } from 'node:path';

export interface Tier {
  /** `namespace`: permission model and a network namespace · `permission`: the permission model · `none`: neither. */
  name: 'namespace' | 'permission' | 'none';
  /** The switch of this Node, or null where it has none. */
  permissionFlag: string | null;
  networkNamespace: boolean;
  nodeMajor: number;
  /** One sentence for each measure: what was found, or what is missing. */
  why: string[];
}

export interface Machine {
  tier: Tier;
  /** Command and arguments that the victim's own command line is appended to. */
  wrapper: string[];
}

const PDEATHSIG = ['setpriv', '--pdeathsig', 'KILL', '--no-new-privs', '--'];
const PROCESSES = ['--pid', '--fork', '--kill-child'];
const USER = ['--user', '--map-current-user'];
// Strongest first. A root without user namespaces (a container) may still have the others.
const NAMESPACES = [
  ['unshare', ...USER, '--net', ...PROCESSES, '--'],
  ['unshare', ...USER, '--net', '--'],
  ['unshare', '--net', ...PROCESSES, '--'],
  ['unshare', '--net', '--'],
];
const SEARCHED = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];
const NETWORK = '/proc/self/ns/net';

let probed: Machine | undefined;

/** For `mallory doctor` and every report. */
export function probeTier(): Tier {
  return probeMachine().tier;
}

export function probeMachine(): Machine {
  probed ??= describe(permissionFlag(), process.platform === 'linux' ? linuxWrapper() : []);
  return probed;
}

/** The tier that follows from what was found; pure, so that a test can ask about machines it does not have. */
export function describe(flag: string | null, wrapper: string[]): Machine {
  const networkNamespace = wrapper.includes('--net');
  const name = flag === null ? 'none' : networkNamespace ? 'namespace' : 'permission';
  const why = [
    flag ? `Node's permission model: ${flag}` : 'this Node has no permission model',
    networkNamespace
      ? 'a network namespace of its own, without any interface'
      : 'no network namespace can be made here',
    wrapper.includes('--pid') ? 'a process namespace of its own' : 'no process namespace can be made here',
    wrapper.includes('--pdeathsig')
      ? 'the kernel ends it with the laboratory'
      : 'only the watchdog ends it with the laboratory',
  ];
  return { tier: { name, permissionFlag: flag, networkNamespace, nodeMajor: nodeMajor(), why }, wrapper };
}

function nodeMajor(): number {
  return Number.parseInt(process.versions.node, 10);
}

function permissionFlag(): string | null {
  const flags = ['--permission', '--experimental-permission'];
  return flags.find((flag) => process.allowedNodeEnvironmentFlags.has(flag)) ?? null;
}

function linuxWrapper(): string[] {
  const death = works(PDEATHSIG) ?? [];
  for (const namespace of NAMESPACES) {
    const wrapper = works([...death, ...namespace]);
    if (wrapper && hasOwnNetwork(wrapper)) return wrapper;
  }
  return death;
}

// Absolute, because the victim's environment is empty: it has no PATH.
function works(command: string[]): string[] | undefined {
  const wrapper = command.map((word) =>
    word === 'setpriv' || word === 'unshare' ? (find(word) ?? '') : word,
  );
  return !wrapper.includes('') && run(wrapper, ['readlink', NETWORK]) ? wrapper : undefined;
}

// A namespace counts only if it is seen to be another one than ours: some sandboxes answer 0 and do nothing.
function hasOwnNetwork(wrapper: string[]): boolean {
  const inside = run(wrapper, ['readlink', NETWORK]);
  return inside !== '' && inside !== readlinkSync(NETWORK);
}

function run(wrapper: string[], [program = '', ...args]: string[]): string {
  const command = [...wrapper, find(program) ?? program, ...args];
  const done = spawnSync(command[0]!, command.slice(1), { env: {}, encoding: 'utf8', timeout: 2_000 });
  return done.status === 0 ? done.stdout.trim() : '';
}

function find(program: string): string | undefined {
  return SEARCHED.map((directory) => join(directory, program)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
