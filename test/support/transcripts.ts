/** Members of a room under `transcript` alone, without a network: a test says who hears and reads what, and when. */

import { signatureOf } from '../../src/defenses/signature.js';
import { transcript } from '../../src/defenses/transcript.js';
import type { Seen } from '../../src/defenses/view.js';
import { decodeBase64url, encodeBase64url } from '../../src/model/base64.js';
import { fromUtf8, lengthPrefixed, utf8 } from '../../src/model/bytes.js';
import type { Control, Keys, Layer, MessageHeader } from '../../src/model/defense.js';
import { keysOf, personalKey } from './keys.js';
import { HEADER, NOW } from './sealed.js';

export const ROOM = HEADER.room;

export interface Message {
  readonly header: MessageHeader;
  readonly body: Uint8Array;
}

export interface Member {
  readonly layer: Layer;
  readonly store: Map<string, string>;
  /** `code author room slot`, in order. */
  readonly alarms: string[];
  write(text: string, seq: number, room?: string): Message;
  /** Seals it, and does not send it. */
  draft(text: string, seq: number, room?: string): Message;
  /** `shown`, `shown with a warning`, or the code of the refusal; what was accepted is committed. */
  read(message: Message): string;
  /** Looks around, and says something that nobody hears. */
  look(room?: string): void;
  /** What she would tell now of what she has seen. */
  claim(room?: string): readonly Seen[];
}

export interface Members {
  clock: number;
  readonly said: Control[];
  /** Starts a member's device; on a storage that there is already, it is a restart. */
  start(nick: string, store?: Map<string, string>, keys?: Keys): Member;
  /** What is said meanwhile. */
  saidBy(act: () => void): Control[];
}

export function members(): Members {
  const all: Members = {
    clock: NOW,
    said: [],
    start: (nick, store = new Map(), keys = keysOf(nick)) => memberOf(all, nick, store, keys),
    saidBy: (act) => {
      const before = all.said.length;
      act();
      return all.said.slice(before);
    },
  };
  return all;
}

function memberOf(all: Members, nick: string, store: Map<string, string>, keys: Keys): Member {
  const alarms: string[] = [];
  const layer = transcript.layer!(keys, {
    me: nick,
    now: () => all.clock,
    control: (room, body) => void all.said.push({ room, nick, body }),
    alarm: (code, { author, room, slot }) => void alarms.push(`${code} ${author} ${room} ${slot}`),
    act: () => {},
    store,
  });
  const draft: Member['draft'] = (text, seq, room = ROOM) => {
    const header = { ...HEADER, room, nick, seq };
    return { header, body: layer.seal(utf8(text), { header, now: all.clock }) };
  };
  return {
    layer,
    store,
    alarms,
    draft,
    write: (...written) => {
      const message = draft(...written);
      layer.sent!(message.header);
      return message;
    },
    read: ({ header, body }) => {
      const opened = layer.open(body, { header, now: all.clock });
      if (!opened.ok) return opened.code;
      opened.commit!();
      return opened.marked ? 'shown with a warning' : 'shown';
    },
    look: (room = ROOM) => layer.beat!(room),
    claim: (room = ROOM) => wordOf(all.saidBy(() => layer.leaving!(room))[0]!).claim,
  };
}

export interface Word {
  readonly says: string;
  readonly count: number;
  readonly sent: number;
  readonly claim: readonly Seen[];
}

/** An entry of a claim as it travels, as docs/wire-format.md says. */
export const entryOf = ({ author, slot, digest }: Seen) => [author, slot, digest] as const;

/** What a control frame says, whoever signed it. */
export function wordOf({ body }: Control): Word {
  const word = JSON.parse(fromUtf8(decodeBase64url(body.split('.')[1]!)!)!);
  const claim = word.claim.map(([author, slot, digest]: ReturnType<typeof entryOf>) => ({
    author,
    slot,
    digest,
  }));
  return { ...word, claim };
}

interface Signing {
  readonly room?: string;
  readonly domain?: string;
  readonly secret?: Uint8Array;
}

/** A control frame with this text, signed by `nick` under the published domain, as docs/wire-format.md says. */
export function signedText(
  nick: string,
  text: string,
  { room = ROOM, domain = 'mallory/v1/transcript', secret = personalKey(nick).secret }: Signing = {},
): Control {
  const tag = signatureOf(lengthPrefixed(domain, room, nick, text), secret);
  return { room, nick, body: `${encodeBase64url(tag)}.${text}` };
}

/** The same for a payload that is not encoded yet. */
export const signed = (nick: string, payload: string | Uint8Array, signing?: Signing): Control =>
  signedText(nick, encodeBase64url(typeof payload === 'string' ? utf8(payload) : payload), signing);

/** A member's word as she would say it; what is not given is that of her first heartbeat, who has seen and said nothing. */
export function word(nick: string, { claim = [], ...given }: Partial<Word> = {}, room = ROOM): Control {
  const said = { says: 'beat', count: 1, sent: 0, ...given, claim: claim.map(entryOf) };
  return signed(nick, JSON.stringify(said), { room });
}
