import { createHash, randomBytes } from 'node:crypto';
import * as base64 from '../model/base64.js';
import { concat, fromUtf8, lengthPrefixed, splitAt, utf8 } from '../model/bytes.js';
import type { Control, Host, Keys, Layer, Part } from '../model/defense.js';
import { isSoundKey, signatureOf, verifies } from './signature.js';
import { type Seen, View, WINDOW } from './view.js';

const NONCE_BYTES = 16;
/** A message's claim is filled up with spaces to a multiple of this: its length would tell who has seen how much of which room. */
const CLAIM_BYTES = 2048;

/**
 * Every signed message carries what its author has seen of the room, in relay order; between messages, signed
 * heartbeats do. Members compare: a relay that shows them different rooms, or holds something back, is found out with
 * the next word that comes through, or when none does. Until a newcomer's arrival is known, nobody can say what she is
 * owed. It reveals; it cannot make a relay deliver.
 */
export const transcript: Part = {
  id: 'transcript',
  title: 'Signed views of the room, compared',
  protects: 'against a relay that shows members different things or holds something back: it is revealed',
  leavesOpen:
    'secrecy; delay; what the relay does to all members alike, or withholds from somebody whose arrival it has not passed on; it reveals and does not prevent',
  stage: 'transcript',
  brings: ['signature'],
  envelope: {
    part: 'transcript',
    encoding: 'utf8',
    fields: [
      { name: 'nonce', bytes: NONCE_BYTES, encoding: 'base64url', until: '.' },
      { name: 'view', encoding: 'base64url', until: '.' },
      { name: 'body' },
    ],
  },
  layer: (keys, host) => transcribing(keys, host),
};

const SAYS = ['hello', 'here', 'bye', 'beat'] as const;

/** Seconds between two heartbeats of a member. */
const PERIOD = 10;

/** A signed word of a member about a room: her arrival, an answer to somebody's, her leaving, or a heartbeat. */
interface Word {
  readonly says: (typeof SAYS)[number];
  /** Counts a member's words in a room, so that an old one cannot pass for a sign of life. */
  readonly count: number;
  /** How many messages she has sent to the room. */
  readonly sent: number;
  readonly claim: readonly Seen[];
}

/** What a device keeps of one room. */
interface Room {
  readonly view: View;
  /** How many things came into it since this device last said what it had seen. */
  untold: number;
  readonly members: Set<string>;
  /** When, by this device's clock, each member's last heartbeat came, and when she was first known of. */
  readonly heard: Map<string, number>;
  readonly arrived: Map<string, number>;
  readonly told: Set<string>;
  /** How much of this view each member has said that she has seen, too. */
  readonly confirmed: Map<string, number>;
  /** How much each member had said when she was first heard here: of what came before, nothing can be said. */
  readonly before: Map<string, number>;
  sent: number;
  beats: number;
}

function transcribing(keys: Keys, host: Host): Layer {
  const rooms = new Map<string, Room>();
  const sentTo = (room: string): number => Number(host.store.get(JSON.stringify({ sent: room })) ?? 0);
  const roomOf = (room: string): Room => {
    const known = rooms.get(room) ?? newRoom(host.me, sentTo(room));
    rooms.set(room, known);
    return known;
  };
  /** One alarm for each thing that is wrong, however often it is told. */
  const alarm = (
    room: string,
    code: 'view-differs' | 'unknown-view' | 'not-echoed' | 'silence' | 'unconfirmed',
    author: string,
    slot: number,
  ): void => {
    const name = JSON.stringify([code, author, slot]);
    if (slot === 0 || roomOf(room).told.has(name)) return;
    roomOf(room).told.add(name);
    host.alarm(code, { author, room, slot });
  };
  const arrives = (room: string, nick: string): void => {
    roomOf(room).members.add(nick);
    roomOf(room).arrived.set(nick, host.now());
  };
  /** No heartbeat for a period, from somebody who has been there for as long. */
  const isSilent = ({ heard, arrived }: Room, nick: string): boolean =>
    (heard.get(nick) ?? -Infinity) < host.now() - PERIOD &&
    (arrived.get(nick) ?? -Infinity) <= host.now() - PERIOD;
  const saw = (here: Room, seen: Seen): void => {
    here.view.add(seen);
    here.untold++;
  };
  const claimOf = (here: Room): readonly Seen[] => {
    here.untold = 0;
    return here.view.claim();
  };
  const confirms = ({ view, confirmed }: Room, nick: string, claim: readonly Seen[]): void =>
    void confirmed.set(nick, Math.max(confirmed.get(nick) ?? 0, view.countAt(claim)));
  const compare = (room: string, nick: string, claim: readonly Seen[]): void => {
    const here = roomOf(room);
    confirms(here, nick, claim);
    for (const { author, slot, missing } of here.view.differences(claim))
      alarm(room, missing ? 'unknown-view' : 'view-differs', author, slot);
  };
  /** From whom nothing comes any more, nobody can tell what she was shown of what others said last. */
  const missed = (room: string, nick: string): void => {
    const here = roomOf(room);
    alarm(room, 'silence', nick, lastOf(here, nick) + 1);
    for (const { author, slot } of here.view.after(here.confirmed.get(nick) ?? 0))
      if (author !== nick) alarm(room, 'unconfirmed', author, slot);
  };
  // In the device's storage: after a restart too, an old word of hers is worth nothing, and a new one counts.
  const lastWord = (room: string, nick: string): number =>
    Number(host.store.get(JSON.stringify([room, nick])) ?? 0);
  const heardWord = (room: string, nick: string, count: number): void =>
    void host.store.set(JSON.stringify([room, nick]), String(count));
  const spoken = (room: string): number => {
    const count = Number(host.store.get(JSON.stringify([room])) ?? 0) + 1;
    host.store.set(JSON.stringify([room]), String(count));
    return count;
  };
  const speak = (room: string, says: Word['says']): void => {
    const here = roomOf(room);
    const word: Word = { says, count: spoken(room), sent: here.sent, claim: claimOf(here) };
    const text = base64.encodeBase64url(utf8(JSON.stringify(word)));
    const tag = signatureOf(signedWord(room, host.me, text), keys.personal.secret);
    host.control(room, `${base64.encodeBase64url(tag)}.${text}`);
  };

  return {
    seal: (body, { header }) => {
      const here = roomOf(header.room);
      const nonce = base64.encodeBase64url(randomBytes(NONCE_BYTES));
      return concat(
        utf8(`${nonce}.${base64.encodeBase64url(utf8(filled(JSON.stringify(claimOf(here)))))}.`),
        body,
      );
    },
    open: (sealed, { header: { room, nick, seq } }) => {
      // A claim that names such a place nobody could read: one message would silence every comparison. 0 are arrivals.
      if (!isCount(seq) || seq === 0) return { ok: false, code: 'malformed-view' };
      const outer = splitAt(sealed, '.');
      const nonce = outer && base64.decodeBase64url(fromUtf8(outer[0]) ?? '');
      const halves = outer && splitAt(outer[1], '.');
      const claim = halves && claimIn(base64.decodeBase64url(fromUtf8(halves[0]) ?? ''));
      if (nonce?.length !== NONCE_BYTES || !halves || !claim) return { ok: false, code: 'malformed-view' };
      const digest = commitment(room, nick, seq, nonce, halves[1]);
      const marked = roomOf(room).view.differences(claim).length > 0;
      const commit = (): void => {
        // A message is no heartbeat: whoever withholds those, and all after it, must not live on its credit.
        if (!roomOf(room).members.has(nick)) arrives(room, nick);
        compare(room, nick, claim);
        saw(roomOf(room), { author: nick, slot: seq, digest });
        // Before it leaves the window of a claim: who talks much must not talk it out of sight.
        if (roomOf(room).untold >= WINDOW / 2) speak(room, 'here');
      };
      return { ok: true, body: halves[1], commit, marked };
    },
    sent: ({ room, seq }) => {
      roomOf(room).sent = seq;
      // In the device's storage: after a restart it says how much it had said before.
      host.store.set(JSON.stringify({ sent: room }), String(seq));
    },
    joined: (room, roster) => {
      for (const nick of roster) arrives(room, nick);
      speak(room, 'hello');
    },
    leaving: (room) => speak(room, 'bye'),
    hear: (control) => {
      const word = wordIn(control, keys);
      const here = roomOf(control.room);
      const { nick } = control;
      if (!word || word.count <= lastWord(control.room, nick)) return 'bad-beat';
      heardWord(control.room, nick, word.count);
      if (word.says === 'bye') here.members.delete(nick);
      else if (word.says === 'hello' || !here.members.has(nick)) arrives(control.room, nick);
      if (word.says === 'beat') here.heard.set(nick, host.now());
      compare(control.room, nick, word.claim);
      if (!here.before.has(nick)) here.before.set(nick, word.sent);
      // With her last word, too: what is held back just before she leaves nobody would miss later.
      if (word.says !== 'hello')
        for (const slot of lacking(here, nick, word.sent)) alarm(control.room, 'unknown-view', nick, slot);
      // Who arrives learns at once how much everybody had said before.
      if (word.says === 'hello' && nick !== host.me) speak(control.room, 'here');
      if (word.says === 'hello') {
        const came = { author: nick, slot: 0, digest: arrival(control) };
        saw(here, came);
        // What lies before was not for her.
        confirms(here, nick, [came]);
      }
      return null;
    },
    beat: (room) => {
      const here = roomOf(room);
      if (++here.beats % 2 === 1) return speak(room, 'beat');
      for (const nick of here.members) if (nick !== host.me && isSilent(here, nick)) missed(room, nick);
      for (const slot of lacking(here, host.me, here.sent)) alarm(room, 'not-echoed', host.me, slot);
    },
  };
}

/**
 * Digests travel in clear in the heartbeats. The nonce travels with the message, under whatever seals it: who cannot
 * read the message cannot try words on its digest, and who can computes the same digest as everybody.
 */
const commitment = (room: string, nick: string, slot: number, nonce: Uint8Array, body: Uint8Array): string =>
  digestOf('mallory/v1/transcript/message', room, nick, String(slot), nonce, body);

/** An arrival has no words to hide: the whole of it crosses the relay in clear. */
const arrival = ({ room, nick, body }: Control): string =>
  digestOf('mallory/v1/transcript/arrival', room, nick, body);

const digestOf = (...fields: (string | Uint8Array)[]): string =>
  createHash('sha256')
    .update(lengthPrefixed(...fields))
    .digest('hex')
    .slice(0, 32);

/** The last slot of a member that has arrived here, or that lies before all that could. */
const lastOf = ({ view, before }: Room, nick: string): number =>
  Math.max(view.lastOf(nick), before.get(nick) ?? 0);

/** Of what a member said here, so many messages by now, the places that have not arrived: 16 at the most, for she may claim any number. */
function lacking({ view, before }: Room, nick: string, sent: number): number[] {
  const lacking: number[] = [];
  for (let slot = (before.get(nick) ?? 0) + 1; slot <= sent && lacking.length < 16; slot++)
    if (!view.has(nick, slot)) lacking.push(slot);
  return lacking;
}

/** `sent`: how much this device had said there before it was started. */
const newRoom = (me: string, sent: number): Room => ({
  view: new View(me),
  untold: 0,
  members: new Set(),
  heard: new Map(),
  arrived: new Map(),
  told: new Set(),
  confirmed: new Map(),
  before: new Map([[me, sent]]),
  sent,
  beats: 0,
});

const filled = (claim: string): string =>
  claim.padEnd(Math.ceil(claim.length / CLAIM_BYTES) * CLAIM_BYTES, ' ');

const signedWord = (room: string, nick: string, text: string): Uint8Array =>
  lengthPrefixed('mallory/v1/transcript', room, nick, text);

/** The word in a control frame; null where it is not signed by the member that it names. */
function wordIn({ room, nick, body }: Control, keys: Keys): Word | null {
  const [signature = '', text = '', ...more] = body.split('.');
  const tag = base64.decodeBase64url(signature);
  const author = keys.pinned.get(nick);
  // Nothing stands behind it unsigned: an arrival is compared by the whole of its frame.
  if (more.length > 0 || tag?.length !== 64 || !author || !isSoundKey(author)) return null;
  if (!verifies(tag, signedWord(room, nick, text), author)) return null;
  // Signed by a member: still untrusted data, but hers.
  const word = parse(base64.decodeBase64url(text)) as Partial<Word> | null;
  const says = SAYS.find((name) => name === word?.says);
  const claim = asClaim(word?.claim);
  if (!says || !claim || !isCount(word?.count) || !isCount(word?.sent)) return null;
  return { says, claim, count: word.count, sent: word.sent };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const claimIn = (bytes: Uint8Array | null): readonly Seen[] | null => asClaim(parse(bytes));

const asClaim = (value: unknown): readonly Seen[] | null =>
  Array.isArray(value) && value.length <= 64 && value.every(isSeen) ? value : null;

const isSeen = (value: unknown): value is Seen => {
  const { author, slot, digest } = (value ?? {}) as Record<string, unknown>;
  return typeof author === 'string' && isCount(slot) && typeof digest === 'string';
};

function parse(bytes: Uint8Array | null): unknown {
  try {
    return bytes && JSON.parse(fromUtf8(bytes) ?? 'null');
  } catch {
    return null;
  }
}
