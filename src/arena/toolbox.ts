import { createHash, randomBytes } from 'node:crypto';
import type { Dictionary, OwnClient, Tools } from '../model/attack.js';
import type { Clock } from '../model/clock.js';
import type { Keys, Keysmith } from '../model/defense.js';
import { drawFrom } from '../model/draw.js';
import type { Step } from '../model/scenario.js';
import { MALLORY } from '../model/trace.js';
import { type Bout, ROOM } from './bout.js';
import { predictable, roomsOf, secretLine } from './lines.js';
import { OwnProgram, strangersClient } from './own-program.js';
import type { Quiet } from './quiet.js';
import type { Recorder } from './recorder.js';

const CHAT_BYTES = 16;
const LOG_KEY_BYTES = 32;

/** What of a trial the adversary's tools are made of. */
export interface Workbench {
  readonly bout: Bout;
  readonly steps: readonly Step[];
  readonly clock: Clock;
  readonly recorder: Recorder;
  readonly quiet: Quiet;
  readonly signal: AbortSignal;
  readonly canary: Tools['canary'];
  /** Digests (SHA-256, hex) of the payloads that the victim process may run. */
  readonly minted: Set<string>;
  /** The keys of this very chat's members. */
  keys(nick: string, salt: string | undefined): Promise<Keys>;
  /** The keys of this very chat under the password of another keysmith. */
  keysFrom(keysmith: Keysmith, members: readonly string[]): ReturnType<Keysmith['chat']>;
}

/** What every adversary is handed beside its position. */
export async function toolsFrom(bench: Workbench): Promise<Tools> {
  const { bout, steps, clock, quiet, canary, minted, signal } = bench;
  const observe = bench.recorder.of(MALLORY);
  const { pinned } = await bench.keys(MALLORY, undefined);
  const strangers = await strangersKeys(bout);
  let own: OwnClient | undefined;
  return {
    wire: bout.stack.wire,
    room: ROOM,
    rooms: roomsOf(steps),
    members: bout.scenario.cast,
    known: predictable(steps),
    secret: secretLine(steps),
    // The members' public keys are public: she has them, too. Most attacks never ask, and need no key pair of hers.
    get own() {
      own ??= strangersClient(bout.stack, { ...strangers, pinned });
      return own;
    },
    ownLog: ownLogOf(bout),
    dictionary: dictionaryFrom(bench),
    draw: drawFrom(bout.seed ^ 0x5eed),
    signal,
    now: () => Math.floor(clock.now() / 1000),
    random: (bytes) => randomBytes(bytes),
    wait: (seconds) => quiet.pass(seconds),
    settle: () => quiet.breathe(),
    did: (what) => void observe({ kind: 'did', what }),
    mint: (source) => {
      minted.add(createHash('sha256').update(source).digest('hex'));
      return source;
    },
    canary,
  };
}

function ownLogOf({ stack }: Bout): Tools['ownLog'] {
  const { relayLog } = stack.settings;
  if (!relayLog) return null;
  return (key = randomBytes(LOG_KEY_BYTES)) => {
    const write = relayLog.writer(key);
    return (entry) => write(entry).line;
  };
}

/** Anybody may try a word: with it she has the group's keys or not, and everybody's public keys are public. */
function dictionaryFrom({ bout, keys, keysFrom }: Workbench): Dictionary | null {
  const { guessable, stack } = bout;
  if (!guessable) return null;
  return {
    words: guessable.candidates.map(({ password }) => password),
    client: async (word) => {
      const { keysmith } = guessable.candidates.find(({ password }) => password === word)!;
      const { group } = await keysFrom(keysmith, [])(MALLORY, undefined);
      const { pinned } = await keys(MALLORY, undefined);
      return new OwnProgram(stack, { ...(await strangersKeys(bout)), group, pinned }).client;
    },
  };
}

/** Keys of the adversary's own making: of her own chat, with a password that is not the group's. */
const strangersKeys = ({ strangerKeysmith }: Bout): Promise<Keys> =>
  strangerKeysmith.chat(randomBytes(CHAT_BYTES).toString('hex'), [MALLORY])(MALLORY, undefined);
