import { createHash, randomBytes } from 'node:crypto';
import * as base64 from '../model/base64.js';
import { concat, fromUtf8, lengthPrefixed, splitAt, utf8 } from '../model/bytes.js';
import type { Control, Host, Keys, Layer, Part } from '../model/defense.js';
import { TranscriptRoom } from './transcript-room.js';
import { claimed, claimIn, isCount, spoken, type Word, wordIn } from './transcript-words.js';
import { type Comparison, type Place, type Seen, WINDOW } from './view.js';

const NONCE_BYTES = 16;
/** A message's claim is filled up with spaces to a multiple of this: its length would tell who has seen how much of which room. */
const CLAIM_BYTES = 1024;
/**
 * Seconds after which what should have come is told of. Members speak at every beat (`BEAT`, 4 s), so that a word may be
 * 1 s late; and whatever is done, within 10 s some beat comes more than 6 s after it, which whole seconds show as more than 5.
 */
const LATE = 5;
/** Seconds that what somebody says may take to whoever is just leaving. */
const ON_THE_WAY = 1;

/**
 * Every signed message carries what its author has seen of the room, in relay order; between messages, signed
 * heartbeats do. Members compare: a relay that shows them different rooms, or holds something back, is found out with
 * the next word that comes through, or when none does. Who enters is there when all who are have told her that they
 * know: only then can everybody say what she is owed. It reveals; it cannot make a relay deliver.
 */
export const transcript: Part = {
  id: 'transcript',
  title: 'Signed views of the room, compared',
  protects: 'against a relay that shows members different things or holds something back: it is revealed',
  leavesOpen:
    'secrecy; delay; what the relay does to all members alike, keeps from a newcomer while neither side is told of the other, or from who leaves within two seconds; it reveals and does not prevent',
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

type Alarm = 'view-differs' | 'unknown-view' | 'not-echoed' | 'silence' | 'unconfirmed';

function transcribing(keys: Keys, host: Host): Layer {
  const { me, store } = host;
  const rooms = new Map<string, TranscriptRoom>();
  const roomOf = (room: string): TranscriptRoom => {
    const known = rooms.get(room);
    if (known) return known;
    const [sent, memory] = [store.get(nameOf({ sent: room })), store.get(nameOf({ room }))];
    const begun = new TranscriptRoom(me, host.now(), Number(sent ?? 0), memory);
    rooms.set(room, begun);
    return begun;
  };
  // In the device's storage: a restarted program tells what it had seen, and knows what it has missed.
  const remember = (room: string): void => {
    if (!roomOf(room).left) store.set(nameOf({ room }), roomOf(room).memory);
  };
  const alarm = (room: string, code: Alarm, about: readonly Place[]): void => {
    for (const { author, slot } of about)
      if (slot > 0 && roomOf(room).isNew(nameOf([code, author, slot])))
        host.alarm(code, { author, room, slot });
  };
  /** What a member told, beside what was seen here. */
  const weigh = (room: string, nick: string, claim: readonly Seen[], compared: Comparison | null): void => {
    const here = roomOf(room);
    alarm(room, 'unconfirmed', here.confirms(nick, claim, compared));
    alarm(room, 'unknown-view', compared?.missing ?? []);
    alarm(room, 'view-differs', compared?.differing ?? []);
  };
  // In the device's storage: after a restart too, an old word of hers is worth nothing, and a new one counts.
  const lastWord = (room: string, nick: string): number => Number(store.get(nameOf([room, nick])) ?? 0);
  const speak = (room: string, says: Word['says']): void => {
    const here = roomOf(room);
    const count = Number(store.get(nameOf([room])) ?? 0) + 1;
    store.set(nameOf([room]), String(count));
    const body = spoken(room, me, { says, count, sent: here.sent, claim: here.claim() }, keys);
    if (says === 'hello') here.arrivals.add(arrival({ room, nick: me, body }));
    host.control(room, body);
  };
  const arrived = (control: Control): void =>
    roomOf(control.room).saw({ author: control.nick, slot: 0, digest: arrival(control) }, host.now());
  /** Somebody is here whose arrival never came: all that she said is missing, and all that others said is unconfirmed. */
  const suspect = (room: string, nick: string): void => {
    roomOf(room).unannounced(nick);
    alarm(room, 'unknown-view', roomOf(room).lacking(nick));
  };
  const listen = (control: Control, { says, sent, claim }: Word): void => {
    const { room, nick } = control;
    const [here, now] = [roomOf(room), host.now()];
    const { announced, before } = here.other(nick, now);
    const isNew = !announced || before === null;
    const other = here.heardOf(nick, sent, sent, now);
    // Members speak regularly once all know that they are there.
    if (says === 'beat' && !other.announced) suspect(room, nick);
    weigh(room, nick, claim, here.view.compare(claim));
    // With her last word, too: what is held back just before she leaves nobody would miss later.
    alarm(room, 'unknown-view', here.lacking(nick));
    if (says === 'beat') other.heard = now;
    if (says === 'bye') {
      alarm(room, 'unconfirmed', here.unconfirmed(nick, now - ON_THE_WAY));
      here.leaves(nick);
    }
    if (says !== 'hello') return;
    arrived(control);
    other.since = now;
    other.announced = true;
    // What lies before the first that is heard of her was not for her; who starts anew remembers what she saw.
    if (isNew) other.confirmed = here.view.length;
    // Who arrives learns at once that she is seen, and how much everybody had said before.
    speak(room, 'here');
  };

  return {
    seal: (body, { header }) => {
      const here = roomOf(header.room);
      const nonce = base64.encodeBase64url(randomBytes(NONCE_BYTES));
      return concat(utf8(`${nonce}.${base64.encodeBase64url(utf8(filled(claimed(here.claim()))))}.`), body);
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
      const compared = roomOf(room).view.compare(claim);
      const marked = compared !== null && compared.missing.length + compared.differing.length > 0;
      const commit = (): void => {
        const here = roomOf(room);
        // A message is no heartbeat: whoever withholds those, and all after it, must not live on its credit.
        if (nick === me) here.echoed(seq);
        else here.heardOf(nick, seq, seq - 1, host.now());
        weigh(room, nick, claim, compared);
        here.saw({ author: nick, slot: seq, digest }, host.now());
        if (nick !== me) alarm(room, 'unknown-view', here.lacking(nick));
        // Before it leaves the window of a claim: who talks much must not talk it out of sight.
        if (here.untold >= WINDOW / 2) speak(room, 'here');
        remember(room);
      };
      return { ok: true, body: halves[1], commit, marked };
    },
    sent: ({ room, seq }) => {
      roomOf(room).says(seq, host.now());
      // In the device's storage: after a restart it says how much it had said before.
      store.set(nameOf({ sent: room }), String(seq));
    },
    joined: (room, roster) => {
      // Who had left is owed nothing of what was said meanwhile.
      if (roomOf(room).left) rooms.delete(room);
      const here = roomOf(room);
      here.awaited.add(me);
      // Whom no key is known of cannot say anything.
      for (const nick of roster.filter((nick) => nick !== me && keys.pinned.get(nick))) {
        here.other(nick, host.now()).announced = true;
        here.awaited.add(nick);
      }
      speak(room, 'hello');
    },
    isEntering: (room) => roomOf(room).awaited.size > 0,
    leaving: (room) => {
      speak(room, 'bye');
      roomOf(room).left = true;
      store.delete(nameOf({ room }));
    },
    hear: (control) => {
      const { room, nick } = control;
      const word = wordIn(control, keys);
      if (!word || word.count <= lastWord(room, nick)) return 'bad-beat';
      store.set(nameOf([room, nick]), String(word.count));
      if (nick !== me) listen(control, word);
      else if (word.says === 'hello') {
        arrived(control);
        roomOf(room).awaited.delete(me);
      }
      remember(room);
      return null;
    },
    beat: (room) => {
      const here = roomOf(room);
      const due = host.now() - LATE;
      for (const [nick, { since, heard, announced, said }] of here.others) {
        if (!announced && since < due) suspect(room, nick);
        if (Math.max(since, heard) < due) alarm(room, 'silence', [{ author: nick, slot: said + 1 }]);
        // What she was shown of what others said, nobody can tell.
        alarm(room, 'unconfirmed', here.unconfirmed(nick, due));
      }
      alarm(room, 'not-echoed', here.unechoedSince(due));
      // Whoever came after her has not seen her arrival: until all know, she says it again.
      speak(room, here.awaited.size > 0 ? 'hello' : 'beat');
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

const filled = (claim: string): string =>
  claim.padEnd(Math.ceil(claim.length / CLAIM_BYTES) * CLAIM_BYTES, ' ');

const nameOf = (value: object): string => JSON.stringify(value);
