/**
 * Changing a sealed message without a key: clear text is replaced, a keystream is XORed with the difference of two
 * known texts (CTR, GCM), and of CBC the first block is steered through the IV. Tags are kept, blanked, zeroed or
 * swept: a sound check refuses them all, and each has been enough against some careless one.
 */
import { createHash, createHmac } from 'node:crypto';
import type { Envelope, Field, WireFormat } from '../src/model/wire-format.js';
import { tagDifferences, xor } from './checksum.js';
import {
  bodyField,
  bytesBefore,
  encodedLength,
  type Fields,
  peel,
  readable,
  tagField,
  wrap,
} from './envelope.js';
import { messageBytes } from './message.js';

const BLOCK = 16;
const KEY_BYTES = 32;

/**
 * What to do with the tags that stand in the readable envelopes. `blank`: empty, zeros, none that can be decoded, of
 * other lengths where a tag ends at a separator. `tried`: all values of its first byte or of a tag of one byte, all
 * there are where it has two, under keys that anybody has, and made again as a checksum. `swept`: all values of a byte
 * further in. `selected`: the field that tells how the tag is made tells otherwise, and the tag is none or one under no key.
 */
export type TagPlay = 'keep' | 'blank' | 'tried' | 'swept' | 'stripped' | 'selected';

/**
 * The bodies to try so that `body`, known to say `known`, says `wanted` instead; `wanted` is not longer.
 * One body or a few, some hundreds where tags are tried, 65 536 more where they have two bytes. Empty where the
 * format cannot be taken apart.
 */
export function edit(
  wire: WireFormat,
  body: string,
  known: string,
  wanted: string,
  play: TagPlay = 'keep',
): string[] {
  // A full stop would pass for the end of the tag that has been taken off.
  const words = play === 'stripped' ? wanted.replaceAll('.', ',') : wanted;
  return editAs(wire, body, messageBytes(known), messageBytes(words), play);
}

/** The same for any bytes inside all envelopes, not only a message's. */
export function editAs(
  wire: WireFormat,
  body: string,
  known: Uint8Array,
  wanted: Uint8Array,
  play: TagPlay,
): string[] {
  const edited = editBytes(wire, body, known, wanted);
  if (!edited) return [];
  const made = play === 'tried' ? checksummed(wire, body, edited, known, wanted) : [];
  return [...tagged(readable(wire), edited, play), ...made].map((bytes) =>
    Buffer.from(bytes).toString('utf8'),
  );
}

/** One edited body with its tags left as they are; null where it cannot be taken apart. */
export const editBytes = (
  { envelopes }: WireFormat,
  body: string,
  known: Uint8Array,
  wanted: Uint8Array,
): Uint8Array | null => editAt(envelopes, new Uint8Array(Buffer.from(body)), known, wanted);

function editAt(
  envelopes: readonly Envelope[],
  sealed: Uint8Array,
  known: Uint8Array,
  wanted: Uint8Array,
): Uint8Array | null {
  const [envelope, ...inner] = envelopes;
  if (!envelope) return wanted;
  const fields = peel(envelope, sealed);
  const body = fields?.get('body');
  if (!fields || !body) return null;
  const cipher = bodyField(envelope).algorithm;
  if (!cipher) {
    const edited = editAt(inner, body, known, wanted);
    return edited && wrap(envelope, fields.set('body', edited));
  }
  const offset = bytesBefore(inner);
  if (cipher === 'aes-128-cbc') steerBlocks(fields.get('iv')!, body, offset, known, wanted);
  else fields.set('body', steerStream(body, offset, known, wanted));
  return wrap(envelope, fields);
}

/** A keystream XORs: flipping a bit of the ciphertext flips that bit of the text. Shorter is cut off. */
function steerStream(body: Uint8Array, offset: number, known: Uint8Array, wanted: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.subarray(0, body.length - known.length + wanted.length));
  for (let at = 0; at < wanted.length; at++) out[offset + at]! ^= known[at]! ^ wanted[at]!;
  return out;
}

/** CBC XORs each block with the one before: the IV steers the first block, and a ciphertext block the next one at the price of its own. */
function steerBlocks(
  iv: Uint8Array,
  body: Uint8Array,
  offset: number,
  known: Uint8Array,
  wanted: Uint8Array,
): void {
  for (let at = 0; at < Math.min(known.length, wanted.length); at++) {
    const place = offset + at;
    const [block, index] = place < BLOCK ? [iv, place] : [body, place - BLOCK];
    block[index]! ^= known[at]! ^ wanted[at]!;
  }
}

/** Plays the tag of the outermost readable envelope that has one. */
function tagged(envelopes: readonly Envelope[], sealed: Uint8Array, play: TagPlay): Uint8Array[] {
  const [envelope] = envelopes;
  if (play === 'keep' || !envelope || !tagField(envelope)) return [sealed];
  const fields = peel(envelope, sealed);
  if (!fields) return [];
  if (play === 'stripped') return [fields.get('body')!];
  if (play === 'selected') return selected(envelope, fields);
  const { until } = tagField(envelope)!;
  const old = fields.get('tag')!;
  const tags = TAGS[play](old, until !== undefined);
  const made = [...tags, ...(play === 'tried' ? keyless(fields, old.length) : [])].map((tag) =>
    wrap(envelope, new Map(fields).set('tag', tag)),
  );
  if (play === 'tried') return [...made, ...shortened(envelope, fields)];
  return play === 'blank' && until ? [...made, ...undecodable(envelope, fields)] : made;
}

/** Where a field tells how much of the tag counts, it tells one byte, or its bits: one of 256 is right (XML Signature, CVE-2009-0217). */
const shortened = (envelope: Envelope, fields: Fields): Uint8Array[] =>
  fields.has('length') && tagField(envelope)!.until
    ? ['1', '8'].flatMap((length) =>
        BYTES.map((byte) =>
          wrap(
            envelope,
            new Map(fields)
              .set('length', new Uint8Array(Buffer.from(length)))
              .set('tag', Uint8Array.of(byte)),
          ),
        ),
      )
    : [];

/** What a receiver may know that lets a sender choose: no algorithm (JSON Web Tokens, CVE-2015-9235), or a key that is not there. */
const CHOICES: readonly string[] = [
  ...['none', 'None', 'NONE', 'nOnE', '', '0', '1', 'v0', 'v1', '9', 'null'],
  ...['SHA256', 'sha256', 'S256'],
];
/** The same in one byte: the first, the last, and those before and after the one that is usual (Fernet's 0x80). */
const BYTE_CHOICES = [0, 1, 0x7f, 0x81, 0xff];

/** The field that tells by which algorithm, version or key the tag beside it is made. */
const selectorOf = (envelope: Envelope): Field | undefined =>
  tagField(envelope) && envelope.fields.find(({ name }) => name === 'version' || name === 'epoch');

/** Whether whoever writes a body can choose in it how it is checked. */
export const hasSelector = ({ envelopes: [outermost] }: WireFormat): boolean =>
  outermost !== undefined && selectorOf(outermost) !== undefined;

/** Keys that stand in examples and stay there (jwt.io; Apache Superset, CVE-2023-27524). */
const USUAL = ['secret', 'your-256-bit-secret', 'secretkey', 'changeme', 'password', 'key', 'test'];

/** Tags that anybody can make: under the empty key, one of zeros (GnuTLS, CVE-2020-13777) or one from an example, and a digest under none. */
const keyless = (fields: Fields, length: number): Uint8Array[] => {
  const body = fields.get('body')!;
  return [
    ...['', Buffer.alloc(KEY_BYTES), ...USUAL].map((key) => createHmac('sha256', key).update(body).digest()),
    createHash('sha256').update(body).digest(),
  ].map((made) => new Uint8Array(made.subarray(0, length)));
};

/** The field says each of the choices, beside no tag and beside the tags that anybody can make. */
function selected(envelope: Envelope, fields: Fields): Uint8Array[] {
  const selector = selectorOf(envelope);
  const tag = tagField(envelope)!;
  if (!selector) return [];
  const length = fields.get('tag')!.length;
  const values = selector.until
    ? CHOICES.map((choice) => Buffer.from(choice))
    : BYTE_CHOICES.map((byte) => Buffer.alloc(fields.get(selector.name)!.length, byte));
  const tags = [tag.until ? new Uint8Array() : new Uint8Array(length), ...keyless(fields, length)];
  return values.flatMap((value) =>
    tags.map((made) => wrap(envelope, new Map(fields).set(selector.name, value).set('tag', made))),
  );
}

/** Tags that no encoding knows, a character long and as long as the true one: a check that stumbles over them must not let them pass. */
function undecodable(envelope: Envelope, fields: Fields): Uint8Array[] {
  const asTheyStand = envelope.fields.map((field) =>
    field.name === 'tag' ? { ...field, encoding: 'utf8' as const } : field,
  );
  const length = encodedLength({ ...tagField(envelope)!, bytes: fields.get('tag')!.length });
  return [1, length].map((size) =>
    wrap({ ...envelope, fields: asTheyStand }, new Map(fields).set('tag', Buffer.from('!'.repeat(size)))),
  );
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);

/** `free`: the tag may have any length. */
const TAGS: Readonly<Record<'blank' | 'tried' | 'swept', (tag: Uint8Array, free: boolean) => Uint8Array[]>> =
  {
    blank: ({ length }, free) =>
      [length, ...(free ? [0, 1, length - 1, length + 1] : [])].map((size) => new Uint8Array(size)),
    tried: (tag, free) => [
      ...BYTES.map((byte) => tag.with(0, byte)),
      // A check that compares as much as it is shown takes one byte in 256.
      ...(free ? BYTES.map((byte) => Uint8Array.of(byte)) : []),
      ...(tag.length === TRIED_WHOLE
        ? BYTES.flatMap((first) => BYTES.map((second) => Uint8Array.of(first, second)))
        : []),
    ],
    swept: (tag) =>
      [tag.length >> 1, tag.length - 1].flatMap((place) => BYTES.map((byte) => tag.with(place, byte))),
  };

/** The edited body with whatever may be a checksum of it made again: the outermost tag, and what stands beside the text under a keystream. */
function checksummed(
  { envelopes: [envelope, ...inner] }: WireFormat,
  body: string,
  edited: Uint8Array,
  known: Uint8Array,
  wanted: Uint8Array,
): Uint8Array[] {
  const old = envelope && peel(envelope, new Uint8Array(Buffer.from(body)));
  const made = envelope && peel(envelope, edited);
  if (!envelope || !old || !made) return [];
  const cipher = bodyField(envelope).algorithm;
  const outer = tagField(envelope)
    ? [
        ...retagged(envelope, old, made, old.get('body')!, made.get('body')!),
        ...retagged(envelope, old, made, besideTag(envelope, old), besideTag(envelope, made)),
        ...retagged(envelope, old, made, known, wanted),
      ]
    : [];
  return cipher && cipher !== 'aes-128-cbc'
    ? [...outer, ...underStream(envelope, made, bytesBefore(inner), known, wanted)]
    : outer;
}

/** The edited envelope with the tag that it has if the tag is a checksum of what was `before` and is `after`. */
function retagged(
  envelope: Envelope,
  old: Fields,
  made: Fields,
  before: Uint8Array,
  after: Uint8Array,
): Uint8Array[] {
  const tag = old.get('tag')!;
  return tagDifferences(before, after, tag.length).map((mask) =>
    wrap(envelope, new Map(made).set('tag', xor(tag, mask))),
  );
}

/** All that an envelope carries but its tag, in order. */
const besideTag = ({ fields }: Envelope, values: Fields): Uint8Array =>
  new Uint8Array(
    Buffer.concat(fields.filter(({ name }) => name !== 'tag').map(({ name }) => values.get(name)!)),
  );

/** What a cipher adds to the text it hides, before it or behind, is most likely a check value: with a separator or without. */
function underStream(
  envelope: Envelope,
  made: Fields,
  before: number,
  known: Uint8Array,
  wanted: Uint8Array,
): Uint8Array[] {
  const body = made.get('body')!;
  const end = before + wanted.length;
  const places = [
    { at: 0, size: before },
    { at: 0, size: before - 1 },
    { at: end, size: body.length - end },
    { at: end + 1, size: body.length - end - 1 },
  ].filter(({ size }) => size > 0 && size <= LONGEST_CHECK);
  return places.flatMap(({ at, size }) =>
    tagDifferences(known, wanted, size).map((mask) => {
      const out = new Uint8Array(body);
      out.set(xor(out.subarray(at, at + size), mask), at);
      return wrap(envelope, new Map(made).set('body', out));
    }),
  );
}

/** SHA-512 in hexadecimal. */
const LONGEST_CHECK = 128;

/** Bytes of a tag so short that every value it can have is tried (RFC 2104 §5 asks for ten at the least). */
const TRIED_WHOLE = 2;

/** The tag plays that this format invites beyond keeping the tag. */
export function tagPlays(wire: WireFormat): readonly TagPlay[] {
  const [outermost] = wire.envelopes;
  const tag = outermost && tagField(outermost);
  const cipher = outermost && bodyField(outermost).algorithm;
  if (!tag) return cipher && steersAll(wire) ? ['tried'] : [];
  // Where the tag stands apart from what it covers, it comes off whole, as if the sender's program had none.
  const off = tag.until && !cipher ? (['stripped'] as const) : [];
  return tag.algorithm === 'ed25519' ? ['blank', ...off] : ['blank', 'tried', 'swept', ...off];
}

/** Whether a play tries many bodies. */
export const isSweep = (play: string): boolean => play === 'tried' || play === 'swept';

/** Whether a body made under other keys would reach a check instead of stumbling: the outermost envelope has a tag. */
export const invitesImitation = ({ envelopes: [outermost] }: WireFormat): boolean =>
  outermost !== undefined && tagField(outermost) !== undefined;

/** Whether nothing hides the text: what is put in its place may then be longer. */
export const isClear = ({ envelopes }: WireFormat): boolean =>
  envelopes.every((envelope) => bodyField(envelope).algorithm === undefined);

/** Whether the whole text can be steered; under CBC only the first block can. */
export const steersAll = (wire: WireFormat): boolean =>
  wire.envelopes.every((envelope) => bodyField(envelope).algorithm !== 'aes-128-cbc');
