/**
 * The inside of a worker thread: a laboratory of its own that loads plugins and fights what it is asked. What hangs
 * or breaks here is ended from outside with the thread. It detonates nothing: the main thread does, when asked.
 */
import type { MessagePort } from 'node:worker_threads';
import { workerData } from 'node:worker_threads';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import type { Detonator } from '../arena/bout.js';
import { compose } from '../defenses/compose.js';
import { PARTS } from '../defenses/index.js';
import { keysmith, once } from '../defenses/keys.js';
import type { Attack } from '../model/attack.js';
import type { Keysmith } from '../model/defense.js';
import { reasonOf } from '../model/failure.js';
import { BENIGN } from './benign.js';
import type { Ground } from './cell.js';
import { factsOf, type Plugin } from './plugin-shape.js';
import { loadPlugin } from './plugins.js';
import { bare, here } from './runner.js';
import type { Answer, FromWorker, Job, Secret, ToWorker, WorkerSettings } from './worker-job.js';

const { settings, port } = workerData as { settings: WorkerSettings; port: MessagePort };
// A plugin imports node:worker_threads too: without the port it cannot answer in the laboratory's name.
delete workerData.port;
const post = port.postMessage.bind(port);
const say = (message: FromWorker): void => post(message);

type Detonated = Exclude<ToWorker, { say: 'fight' | 'stretched' }>;
const detonations = new Map<number, (message: Detonated) => void>();
let detonated = 0;

const detonator: Detonator = {
  detonate: async (frame, canary, minted) => {
    const n = ++detonated;
    say({ say: 'detonate', n, frame, canary, minted: [...minted] });
    const message = await new Promise<Detonated>((resolve) => detonations.set(n, resolve));
    detonations.delete(n);
    if (message.say === 'detonated') return message;
    throw new Error(message.why);
  },
};

const stretching = new Map<number, (key: Uint8Array) => void>();
let stretched = 0;

/** PBKDF2 is slow on purpose: the main thread derives a key once, and all threads ask for it there. */
const stretch = once(
  (password, salt) =>
    new Promise((resolve) => {
      const n = ++stretched;
      stretching.set(n, resolve);
      say({ say: 'stretch', n, password, salt: Buffer.from(salt).toString('base64') });
    }),
);

function smith({ password, salt }: Secret): Keysmith {
  return keysmith(password, Buffer.from(salt, 'base64'), stretch);
}

/** Derives a password's key ahead of the first trial, whose watchdog must not pay for it. */
const derived = async (from: Keysmith): Promise<unknown> => from.chat('', [])('', undefined);

async function load(): Promise<Plugin[]> {
  say({ say: 'loading' });
  const loaded: Plugin[] = [];
  for (const file of settings.plugins) loaded.push(await loadPlugin(file));
  return loaded;
}

function begin(plugins: readonly Plugin[]): void {
  const group = smith(settings.group);
  const stranger = smith(settings.stranger);
  const ready = Promise.all([derived(group), derived(stranger)]);
  const fought = async (n: number, job: Job): Promise<void> => {
    await ready;
    // So must the eight candidates of a dictionary be, where the attack is on the password.
    if (attackOf(job, plugins)?.property === 'password') await group.dictionary?.();
    const before = resources();
    const moves = (): void => say({ say: 'fighting', n });
    const answer = await fightJob(job, plugins, { moves, keysmith: group, strangerKeysmith: stranger });
    // Without a plugin several jobs may be under way: what is open need not be this one's.
    say({ say: 'done', n, answer, clean: plugins.length === 0 || (await isClean(before)) });
  };
  port.on('message', (message: ToWorker) => {
    if (message.say === 'fight') {
      const { n, job } = message;
      fought(n, job).catch((error) => say({ say: 'failed', n, why: reasonOf(error) }));
    } else if (message.say === 'stretched') {
      stretching.get(message.n)?.(message.key);
      stretching.delete(message.n);
    } else detonations.get(message.n)?.(message);
  });
}

const attackOf = ({ attack }: Job, plugins: readonly Plugin[]): Attack | undefined =>
  [...ATTACKS, ...plugins.flatMap((plugin) => plugin.attacks)].find(({ id }) => id === attack);

async function fightJob(
  job: Job,
  plugins: readonly Plugin[],
  given: Pick<Ground, 'moves' | 'keysmith' | 'strangerKeysmith'>,
): Promise<string> {
  const attack = attackOf(job, plugins);
  const scenario = [BENIGN, ...SCENARIOS, ...plugins.flatMap((plugin) => plugin.scenarios)].find(
    ({ id }) => id === job.scenario,
  )!;
  const stack = compose(job.defense, [...PARTS, ...plugins.flatMap((plugin) => plugin.parts)]);
  const ground: Ground = {
    stack,
    scenario,
    seed: job.seed,
    skews: job.skews,
    patience: settings.patience,
    detonator,
    ...given,
  };
  return JSON.stringify(attack ? await cellFor(attack, ground, job) : await honestFor(ground, job));
}

async function cellFor(attack: Attack, ground: Ground, { traced }: Job): Promise<Answer> {
  const cell = await here.cell(attack, ground);
  return { cell: traced ? cell : bare(cell) };
}

const honestFor = async (ground: Ground, job: Job): Promise<Answer> => ({
  honest: await here.honest(ground, job),
});

/** Sockets that were ended take some turns of the event loop to go. */
const LOOKS = 50;

const resources = (): number => process.getActiveResourcesInfo().length;

/** Whether the job left nothing behind that could disturb the next one: no timer, no socket, no server. */
async function isClean(before: number): Promise<boolean> {
  for (let look = 0; look < LOOKS && resources() > before; look++)
    await new Promise((resolve) => setTimeout(resolve, 1));
  return resources() <= before;
}

// Anything that can be heard from here on comes from this port, or not at all.
try {
  const plugins = await load();
  begin(plugins);
  say({ say: 'loaded', facts: plugins.map(factsOf) });
} catch (error) {
  say({ say: 'refused', why: reasonOf(error) });
}
