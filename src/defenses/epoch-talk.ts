import { randomBytes } from 'node:crypto';
import type { Code } from '../model/code.js';
import type { Colleagues, Control, Host, Keys, Layer } from '../model/defense.js';
import {
  type Asked,
  currentKey,
  type Epochs,
  ended,
  read,
  withKey,
  withoutExpired,
  write,
} from './epoch-state.js';
import { type Numbered, spoken, type Word, wordIn } from './epoch-words.js';
import { freshPair, type Purpose, unwrapped, wrapped } from './epoch-wrap.js';

const KEY_BYTES = 32;
/** Requests that may be open at once: as many as epochs may begin before the first wrap comes. */
const OPEN_REQUESTS = 8;

type Wrap = Extract<Numbered, { says: 'wrap' }>;

/** How epochs begin and their keys come about: what the part does beside sealing and opening. */
export function talking(
  keys: Keys,
  host: Host,
  colleagues?: Colleagues,
  pairOf: (host: Host) => Asked = freshPair,
): Omit<Layer, 'seal' | 'open'> {
  const isHost = host.me === keys.host;

  const say = (room: string, word: Word): void => {
    const epochs = read(host, room);
    const count = epochs.said + 1;
    write(host, room, { ...epochs, said: count });
    host.control(room, spoken(room, host.me, { ...word, count }, keys));
  };

  /** The host alone draws keys: 32 random bytes, never derived from the one before. */
  const begin = (room: string): void => {
    const epochs = read(host, room);
    const next = epochs.current + 1;
    write(host, room, withKey(ended(epochs, next, host.now()), next, randomBytes(KEY_BYTES)));
  };
  const announce = (room: string): void => say(room, { says: 'epoch', epoch: read(host, room).current });

  /** A key pair for this one request: what is stolen before or after does not open its answer. */
  const ask = (room: string): void => {
    const epochs = read(host, room);
    const pair = pairOf(host);
    write(host, room, { ...epochs, asked: [...epochs.asked, pair].slice(-OPEN_REQUESTS) });
    say(room, { says: 'ask', key: pair.public });
  };

  const answer = (room: string, member: string, asked: string): Code | null => {
    const { current: epoch } = read(host, room);
    const wrap = wrapped(currentKey(read(host, room))!, asked, { room, host: host.me, member, epoch });
    if (!wrap) return 'bad-wrap';
    const checkpoints = colleagues?.checkpoints(room) ?? {};
    say(room, { says: 'wrap', epoch, to: member, asked, ...wrap, checkpoints });
    return null;
  };

  const toHost = (room: string, nick: string, word: Numbered): Code | null => {
    if (word.says === 'ask') return answer(room, nick, word.key);
    if (word.says === 'leave') {
      begin(room);
      announce(room);
    }
    return null;
  };

  const announced = (room: string, epoch: number): void => {
    const epochs = read(host, room);
    // Never back: an epoch that is over stays over.
    if (epoch > epochs.current) write(host, room, ended(epochs, epoch, host.now()));
    if (epoch >= epochs.current && !currentKey(read(host, room))) ask(room);
  };

  const taken = (room: string, wrap: Wrap): Code | null => {
    const epochs = read(host, room);
    // One wrap too many, for this epoch or one that is over: honest where several requests were open.
    if (wrap.epoch < epochs.current || (wrap.epoch === epochs.current && epochs.asked.length === 0))
      return null;
    const pair = epochs.asked.find((asked) => asked.public === wrap.asked);
    const purpose: Purpose = { room, host: keys.host, member: host.me, epoch: wrap.epoch };
    const key = pair && unwrapped(wrap, pair, purpose);
    if (key?.length !== KEY_BYTES) return 'bad-wrap';
    const begun = wrap.epoch > epochs.current ? ended(epochs, wrap.epoch, host.now()) : epochs;
    write(host, room, withKey(begun, wrap.epoch, key));
    colleagues?.resume(room, wrap.checkpoints);
    return null;
  };

  const toMember = (room: string, nick: string, word: Numbered): Code | null => {
    if (nick !== keys.host) return null;
    if (word.says === 'epoch') announced(room, word.epoch);
    return word.says === 'wrap' && word.to === host.me ? taken(room, word) : null;
  };

  const expire = (room: string): void => write(host, room, withoutExpired(read(host, room), host.now()));

  return {
    joined: (room) => {
      if (!isHost) return ask(room);
      if (!currentKey(read(host, room))) begin(room);
      announce(room);
    },
    leaving: (room) => say(room, { says: 'leave' }),
    hear: (control: Control) => {
      const { room, nick } = control;
      if (nick === host.me) return null; // her own words, echoed
      const word = wordIn(control, keys);
      if (!word) return 'bad-epoch-word';
      const epochs: Epochs = read(host, room);
      // The count is signed and durable: what was heard once, or before that, is not heard again.
      if (word.count <= (epochs.heard[nick] ?? 0)) return 'stale-epoch-word';
      write(host, room, { ...epochs, heard: { ...epochs.heard, [nick]: word.count } });
      return isHost ? toHost(room, nick, word) : toMember(room, nick, word);
    },
    beat: expire,
    cannotSeal: (room) => (currentKey(read(host, room)) ? null : 'no-epoch-key'),
  };
}
