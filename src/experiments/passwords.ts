import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOM } from '../arena/bout.js';
import { eventsOf, type Trace } from '../model/trace.js';
import type { Bench } from './bench.js';
import type { Job, Told } from './other-program.js';
import { openTalk, type Talk } from './talk.js';
import { Unproven } from './unproven.js';

/** What became of two programs whose passwords differ. */
export interface Differing {
  /** Alice's messages to Bob's program, and how many of them it refused; null where it did not live to tell. */
  readonly bob: { readonly of: number; readonly refused: number; readonly codes: readonly string[] } | null;
  /** Bob's words that reached Alice's program, and how many of them it refused. */
  readonly alice: { readonly of: number; readonly refused: number; readonly codes: readonly string[] };
  /** The status that Bob's program ended with before it was told to; null where it went on. */
  readonly crashed: number | null;
  /** How many of Alice's messages Carol was shown afterwards: the rest of the chat goes on. */
  readonly carol: number;
}

const PATIENCE_MS = 10_000;
const WORDS = ['Hello Bob', 'Are you there?', 'Say something'];
const START = Date.UTC(2026, 0, 1);

/** Alice and Carol share a password, Bob has mistyped it and does not know. His program runs in a process of its own. */
export async function differing(bench: Bench, defense: string, careless: boolean): Promise<Differing> {
  const talk = await openTalk(bench.stack(defense), bench.keysmith, ['alice', 'bob', 'carol']);
  const bob = new OtherProgram();
  try {
    const [alice] = [await talk.join('alice'), await talk.join('carol')];
    const job = { url: talk.url, room: ROOM, nick: 'bob', defense, careless, chat: talk.chat, now: START };
    const password = randomBytes(16).toString('hex');
    // What never joined has not crashed over a password.
    if (!(await bob.tells({ ...job, salt: bench.keysmith.salt, password })))
      throw new Unproven(`Bob's program did not start (status ${bob.status})`);
    for (const text of WORDS) {
      alice.say(ROOM, text);
      await talk.settle();
    }
    await bob.tells({ say: 'Nobody answers me' });
    await talk.settle();
    alice.say(ROOM, 'Carol, do you read this?');
    await talk.settle();
    return seen(talk, await bob.tells({}), bob.status);
  } finally {
    bob.kill();
    await talk.close();
  }
}

function seen({ trace }: Talk, told: Told | null, crashed: number | null): Differing {
  // His own words come back to him, and those he can open.
  const bob = told && {
    of: told.refused.length + told.shown,
    refused: told.refused.length,
    codes: [...new Set(told.refused)],
  };
  const carol = eventsOf(trace, 'accept').filter(({ who, author }) => who === 'carol' && author === 'alice');
  return { bob, alice: atAlice(trace), crashed, carol: carol.length };
}

/** Only Bob's words can be refused by Alice's program: all others have her password. */
function atAlice(trace: Trace): Differing['alice'] {
  const refused = eventsOf(trace, 'reject').filter(({ who }) => who === 'alice');
  const shown = eventsOf(trace, 'accept').filter(({ who, author }) => who === 'alice' && author === 'bob');
  return {
    of: refused.length + shown.length,
    refused: refused.length,
    codes: [...new Set(refused.map(({ code }) => code))],
  };
}

/** `other-program.js` as a child, with nothing of our environment. */
class OtherProgram {
  readonly #child: ChildProcess;
  readonly #ended: Promise<null>;
  #status: number | null = null;

  constructor() {
    const root = dirname(createRequire(import.meta.url).resolve('mallory/package.json'));
    const file = join(root, 'dist', 'src', 'experiments', 'other-program.js');
    this.#child = fork(file, { env: {}, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', (code) => {
        this.#status = code;
        resolve(null);
      });
    });
  }

  /** How it ended; null while it runs, and where a signal ended it. */
  get status(): number | null {
    return this.#status;
  }

  /** Sends an order and waits for what the program tells; null where it has ended. Throws Unproven where it does neither. */
  async tells(order: Job | { readonly say?: string }): Promise<Told | null> {
    const child = this.#child;
    if (!child.connected) return this.#ended;
    let late: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      const why = `Bob's program said nothing for ${PATIENCE_MS} ms`;
      late = setTimeout(() => reject(new Unproven(why)), PATIENCE_MS);
    });
    const answer = new Promise<Told>(
      (resolve) => void child.once('message', (told) => resolve(told as Told)),
    );
    // Where it goes meanwhile, the end tells.
    child.send(order, () => {});
    try {
      return await Promise.race([answer, this.#ended, silence]);
    } finally {
      clearTimeout(late);
    }
  }

  kill(): void {
    if (this.#child.exitCode === null) this.#child.kill('SIGKILL');
  }
}
