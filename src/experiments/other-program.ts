/**
 * Bob's program in a process of its own, with a group password that need not be the others': it tells its parent what it
 * shows and what it refuses. The careless one is the coursework's: what its library throws, nobody catches.
 */
import { revivingCodec } from '../chat/codec.js';
import { Peer } from '../chat/peer.js';
import { compose } from '../defenses/compose.js';
import { PARTS } from '../defenses/index.js';
import { keysmith } from '../defenses/keys.js';
import type { Clock } from '../model/clock.js';
import type { Armed } from '../model/stack.js';

/** What the program is started with. */
export interface Job {
  readonly url: string;
  readonly room: string;
  readonly nick: string;
  readonly defense: string;
  readonly password: string;
  /** Base64. */
  readonly salt: string;
  readonly chat: string;
  /** Lets an exception out of its message handler, as a client that trusts its password. */
  readonly careless: boolean;
  /** Milliseconds since 1970: the clock of the talk, which stands still. */
  readonly now: number;
}

export interface Told {
  readonly shown: number;
  readonly refused: readonly string[];
}

/** As Python's `Fernet.decrypt`, which answers a token that does not verify with an exception. */
class InvalidToken extends Error {}

const throwing = (armed: Armed): Armed => ({
  ...armed,
  open: (body, opening) => {
    const opened = armed.open(body, opening);
    if (!opened.ok) throw new InvalidToken(opened.code);
    return opened;
  },
});

async function start(job: Job): Promise<void> {
  const { url, room, nick, defense, password, salt, chat, careless } = job;
  const stack = compose(defense, PARTS);
  const smith = keysmith(password, Buffer.from(salt, 'base64'));
  const keys = smith.chat(chat, [nick], stack.settings.derivation);
  const clock: Clock = { now: () => job.now, later: () => () => {}, every: () => () => {} };
  const told = { shown: 0, refused: [] as string[] };
  const peer = new Peer({
    nick,
    codec: revivingCodec(() => null),
    clock,
    observe: (event) => {
      if (event.kind === 'accept' && event.author !== nick) told.shown++;
      if (event.kind === 'reject') told.refused.push(event.code);
      return '';
    },
    log: () => {},
    suite: stack.wire.suite,
    salt,
    unlock: async (chatSalt, hosts) => {
      const armed = stack.arm(await keys(nick, chatSalt), hosts);
      return careless ? throwing(armed) : armed;
    },
  });
  await peer.connect(url);
  await peer.join(room);
  process.on('message', (order: { readonly say?: string }) => {
    if (order.say !== undefined) peer.say(room, order.say);
    process.send?.(told satisfies Told);
  });
  process.send?.(told satisfies Told);
}

process.on('disconnect', () => process.exit(0));
process.once('message', (job: Job) => void start(job));
