/** Other spellings of the same frame: what a lenient reader takes for the original, and what compares text takes for news. */
import { encodeFrame, type MessageFrame } from '../../src/chat/wire.js';
import type { Envelope, Field, WireFormat } from '../../src/model/wire-format.js';
import { withBody } from '../message.js';

export type Spelling = 'escapes' | 'key-order' | 'blanks' | 'number' | 'base64' | 'hex-case';

/** All spellings that this wire format has, those of the frame itself first. */
export function spellingsOf({ envelopes: [envelope] }: WireFormat): Spelling[] {
  const encodings = envelope ? [envelope.encoding, ...envelope.fields.map(({ encoding }) => encoding)] : [];
  return [
    'escapes',
    'key-order',
    'blanks',
    'number',
    ...(encodings.some((encoding) => encoding?.startsWith('base64')) ? (['base64'] as const) : []),
    ...(encodings.includes('hex') ? (['hex-case'] as const) : []),
  ];
}

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

const reversed = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, item]) => [key, reversed(item)]),
      )
    : value;

/** Every other way to spell a base64 text for decoders that skip what they do not need (RFC 4648 §3). */
function respeltBase64(text: string): string[] {
  const bare = text.replace(/=+$/, '');
  const loose =
    bare.length % 4 > 0 ? [bare.slice(0, -1) + nextLetter(bare.at(-1)!) + text.slice(bare.length)] : [];
  const other = /[-_]/.test(text)
    ? text.replace(/-/g, '+').replace(/_/g, '/')
    : text.replace(/\+/g, '-').replace(/\//g, '_');
  return [...loose, bare, `${text}\n`, `${text}=`, other].filter((spelt) => spelt !== text);
}

/** The next letter of the alphabet: after one whose loose bits are zero it differs in those only. */
const nextLetter = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) + 1);

/** The body with one part of its outermost envelope spelt otherwise. */
function respeltBody(envelope: Envelope, body: string, spelling: 'base64' | 'hex-case'): string[] {
  if (envelope.encoding.startsWith('base64')) return respeltBase64(body);
  const field = envelope.fields.find(({ encoding = '' }) => encoding.startsWith(spelling.slice(0, 3)));
  const { start, end } = placeOf(envelope, field!, body);
  const text = body.slice(start, end);
  const spelt = spelling === 'base64' ? respeltBase64(text) : [text.toUpperCase()];
  return spelt.map((other) => body.slice(0, start) + other + body.slice(end));
}

/** Where a field stands that ends in a separator, after others that do. */
function placeOf({ fields }: Envelope, field: Field, body: string): { start: number; end: number } {
  let start = 0;
  for (const earlier of fields.slice(0, fields.indexOf(field)))
    start = body.indexOf(earlier.until!, start) + 1;
  return { start, end: body.indexOf(field.until!, start) };
}

/** The texts of a frame in this spelling; none is the original. */
export function respelt(
  frame: MessageFrame,
  spelling: Spelling,
  { envelopes: [envelope] }: WireFormat,
): string[] {
  const text = encodeFrame(frame);
  if (spelling === 'escapes')
    return [text.replace(/("body":")(\\"|.)/, (_, key, letter) => key + escaped(letter.at(-1)))];
  if (spelling === 'key-order') return [JSON.stringify(reversed(frame))];
  if (spelling === 'blanks') return [JSON.stringify(frame, null, 1)];
  if (spelling === 'number') return [text.replace(/"seq":(\d+)/, '"seq":$1.0')];
  return respeltBody(envelope!, frame.body, spelling).map((body) => withBody(frame, body));
}
