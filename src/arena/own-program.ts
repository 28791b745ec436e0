import { encodeMessage } from '../chat/codec.js';
import type { Capabilities, OwnClient } from '../model/attack.js';
import { fromUtf8, utf8 } from '../model/bytes.js';
import { type Host, type Keys, type MessageHeader, type Part, STAGES } from '../model/defense.js';
import type { Armed, Stack } from '../model/stack.js';

/** What an adversary's copy of the program has beside its keys; by default it talks to nobody and has stored nothing. */
export interface Surroundings {
  /** The storage of the part that encrypts: what was stolen, or what her own device has kept. Other parts start afresh. */
  readonly storage?: Map<string, string>;
  readonly control?: Host['control'];
  readonly now?: Host['now'];
}

const encrypts = ({ stage }: Part): boolean => stage === 'decrypt';

/** Whether a part stands around what is signed, where a member of the group can take it off and put it on again. */
const isOutside = ({ stage }: Part): boolean => STAGES.indexOf(stage) < STAGES.indexOf('signature');

/** Whether it signs, or stands around what is signed: the author herself can take that off, too. */
const isSigning = (part: Part): boolean => isOutside(part) || part.stage === 'signature';

/**
 * The adversary's own copy of the chat's program. Anybody can run it under any name: a part that only looks at its
 * device's nick is no obstacle.
 */
export class OwnProgram {
  readonly #stack: Stack;
  readonly #keys: Keys;
  readonly #around: Required<Surroundings>;
  readonly #armed = new Map<string, Armed>();

  constructor(stack: Stack, keys: Keys, around: Surroundings = {}) {
    this.#stack = stack;
    this.#keys = keys;
    this.#around = { storage: new Map(), control: () => {}, now: () => 0, ...around };
  }

  /** What an attack is handed of it. */
  get client(): OwnClient {
    return {
      publicKey: this.#keys.personal.public,
      seal: (header, text) => this.#seal(header, utf8(encodeMessage(text))),
      sealBytes: (header, bytes) => this.#seal(header, bytes),
      open: (header, body) => {
        const opened = this.#as(header.nick).open(utf8(body), { header, now: header.sent });
        return opened.ok ? fromUtf8(opened.body) : null;
      },
    };
  }

  /** Takes off what stands around the signed words and puts it on again for another header; null where it does not come off. */
  rewrap: Capabilities['insider']['rewrap'] = (header, body, as) =>
    this.#remake(isOutside, header, body, as, (signed) => signed);

  /** The same for words of her own, under a signature of her own: what was signed may be changed. */
  resign: Capabilities['insider']['resign'] = (header, body, change) =>
    this.#remake(isSigning, header, body, header, change);

  /** The part that encrypts, as it runs on a device of this nick: it may have to agree on keys first. */
  encrypting(nick: string): Armed {
    return this.#arm(nick, encrypts);
  }

  #remake(
    which: (part: Part) => boolean,
    header: MessageHeader,
    body: string,
    as: MessageHeader,
    change: (inner: Uint8Array) => Uint8Array | null,
  ): string | null {
    const opened = this.#arm(header.nick, which).open(utf8(body), { header, now: header.sent });
    const inner = opened.ok ? change(opened.body) : null;
    return inner && fromUtf8(this.#arm(as.nick, which).seal(inner, { header: as, now: as.sent }));
  }

  #seal(header: MessageHeader, bytes: Uint8Array): string {
    return fromUtf8(this.#as(header.nick).seal(bytes, { header, now: header.sent }))!;
  }

  #as(nick: string): Armed {
    const known = this.#armed.get(nick) ?? this.#arm(nick, () => true);
    this.#armed.set(nick, known);
    return known;
  }

  #arm(me: string, which: (part: Part) => boolean): Armed {
    const { storage, control, now } = this.#around;
    const ids = this.#stack.parts.filter(encrypts).map(({ id }) => id);
    const device = (part: string): Host => ({
      me,
      now,
      control: ids.includes(part) ? control : () => {},
      alarm: () => {},
      act: () => {},
      store: ids.includes(part) ? storage : new Map(),
    });
    return this.#stack.arm(this.#keys, device, which);
  }
}

/** The program of somebody in a chat of her own: where keys are agreed upon, she agrees with herself. */
export function strangersClient(stack: Stack, keys: Keys): OwnClient {
  const program = new OwnProgram(stack, keys);
  const begun = new Set<string>();
  const { client } = program;
  const begin = (room: string): void => {
    if (begun.has(room)) return;
    begun.add(room);
    program.encrypting(keys.host).joined(room, [keys.host]);
  };
  return {
    publicKey: client.publicKey,
    seal: (header, text) => {
      begin(header.room);
      return client.seal(header, text);
    },
    sealBytes: (header, bytes) => {
      begin(header.room);
      return client.sealBytes(header, bytes);
    },
    open: client.open,
  };
}
