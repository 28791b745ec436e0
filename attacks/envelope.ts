/**
 * Taking sealed bodies apart and putting them together again, by the public wire format alone. Nothing here
 * knows a key: what it cannot make it keeps, flips or invents.
 */
import type { Envelope, Field, WireFormat } from '../src/model/wire-format.js';

export type Fields = Map<Field['name'], Uint8Array>;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const decodeAs = (bytes: Uint8Array, encoding: Field['encoding'] = 'utf8'): Uint8Array =>
  encoding === 'utf8' ? bytes : new Uint8Array(Buffer.from(text(bytes), encoding));
const encodeAs = (bytes: Uint8Array, encoding: Field['encoding'] = 'utf8'): Uint8Array =>
  encoding === 'utf8' ? bytes : new Uint8Array(Buffer.from(padded(bytes, encoding)));

/** Node writes base64url without the padding that the format has. */
function padded(bytes: Uint8Array, encoding: 'hex' | 'base64' | 'base64url'): string {
  const out = Buffer.from(bytes).toString(encoding);
  return encoding === 'base64url' ? out.padEnd(Math.ceil(out.length / 4) * 4, '=') : out;
}

/** Takes one envelope apart; null where the bytes are not of its format. */
export function peel(envelope: Envelope, sealed: Uint8Array): Fields | null {
  let rest = decodeAs(sealed, envelope.encoding);
  const fields: Fields = new Map();
  const tail = bytesAfterBody(envelope);
  for (const field of envelope.fields) {
    const end = endOf(field, rest, tail);
    if (end < 0 || end > rest.length) return null;
    fields.set(field.name, decodeAs(rest.subarray(0, end), field.encoding));
    rest = rest.subarray(field.until ? end + 1 : end);
  }
  return fields;
}

/** Puts one envelope together. */
export function wrap(envelope: Envelope, fields: Fields): Uint8Array {
  const parts = envelope.fields.flatMap((field) => {
    const bytes = encodeAs(fields.get(field.name) ?? new Uint8Array(), field.encoding);
    return field.until ? [bytes, Buffer.from(field.until)] : [bytes];
  });
  return encodeAs(new Uint8Array(Buffer.concat(parts)), envelope.encoding);
}

function endOf(field: Field, rest: Uint8Array, tail: number): number {
  if (field.until) return rest.indexOf(field.until.charCodeAt(0));
  return field.bytes ?? rest.length - tail;
}

const bytesAfterBody = ({ fields }: Envelope): number =>
  fields
    .slice(fields.findIndex((field) => field.name === 'body') + 1)
    .reduce((sum, field) => sum + (field.bytes ?? 0), 0);

/** The body's field of an envelope. */
export const bodyField = ({ fields }: Envelope): Field => fields.find((field) => field.name === 'body')!;

/** The tag's field of an envelope, if it has one. */
export const tagField = ({ fields }: Envelope): Field | undefined =>
  fields.find((field) => field.name === 'tag');

/** The envelopes that anybody can read: from the outside up to and with the first that encrypts. */
export function readable({ envelopes }: WireFormat): readonly Envelope[] {
  const opaque = envelopes.findIndex((envelope) => bodyField(envelope).algorithm);
  return opaque < 0 ? envelopes : envelopes.slice(0, opaque + 1);
}

/** A body's envelopes that anybody can read and their fields, from the outside up to and with the one that encrypts, as far as they come off. */
function peeled(wire: WireFormat, body: string): { envelope: Envelope; fields: Fields }[] {
  const found: { envelope: Envelope; fields: Fields }[] = [];
  let sealed: Uint8Array | undefined = new Uint8Array(Buffer.from(body));
  for (const envelope of readable(wire)) {
    const fields: Fields | null = sealed ? peel(envelope, sealed) : null;
    if (!fields) break;
    found.push({ envelope, fields });
    sealed = fields.get('body');
  }
  return found;
}

/** All their fields. */
export const clearFields = (
  wire: WireFormat,
  body: string,
): { readonly name: Field['name']; readonly value: Uint8Array }[] =>
  peeled(wire, body).flatMap(({ fields }) => [...fields].map(([name, value]) => ({ name, value })));

/** The fields of the envelope that encrypts, and how many bytes stand before the message inside it, at the least where that is not `fixed`; null where none can be reached. */
export function cipherIn(
  wire: WireFormat,
  body: string,
): { fields: Fields; before: number; fixed: boolean } | null {
  const all = peeled(wire, body);
  const last = all.at(-1);
  if (!last || !bodyField(last.envelope).algorithm) return null;
  const inner = wire.envelopes.slice(all.length);
  return {
    fields: last.fields,
    before: bytesBefore(inner),
    fixed: fieldsBefore(inner).every(({ bytes }) => bytes),
  };
}

/** The body with other fields in the envelope that encrypts and all around it kept, tags too; null where none can be reached. */
export function recipher({ envelopes }: WireFormat, body: string, change: Fields): string | null {
  const remade = (left: readonly Envelope[], sealed: Uint8Array): Uint8Array | null => {
    const [envelope, ...inner] = left;
    const fields = envelope && peel(envelope, sealed);
    if (!envelope || !fields) return null;
    if (bodyField(envelope).algorithm) return wrap(envelope, new Map([...fields, ...change]));
    const below = remade(inner, fields.get('body')!);
    return below && wrap(envelope, fields.set('body', below));
  };
  const bytes = remade(envelopes, new Uint8Array(Buffer.from(body)));
  return bytes && Buffer.from(bytes).toString();
}

/** How many bytes the inner envelopes write before the message itself, where that is fixed. */
export const bytesBefore = (envelopes: readonly Envelope[]): number =>
  fieldsBefore(envelopes).reduce((sum, field) => sum + encodedLength(field) + (field.until ? 1 : 0), 0);

const fieldsBefore = (envelopes: readonly Envelope[]): Field[] =>
  envelopes.flatMap(({ fields }) =>
    fields.slice(
      0,
      fields.findIndex((field) => field.name === 'body'),
    ),
  );

/** How long the bytes of a field are once they are encoded. */
export function encodedLength({ bytes = 0, encoding = 'utf8' }: Field): number {
  if (encoding === 'hex') return bytes * 2;
  return encoding === 'utf8' ? bytes : Math.ceil(bytes / 3) * 4;
}
