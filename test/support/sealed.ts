/** Sealing and opening as a device does, for tests of layers. */
import { encodeMessage } from '../../src/chat/codec.js';
import { nowhere } from '../../src/defenses/arm.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { fromUtf8, utf8 } from '../../src/model/bytes.js';
import type { Host, Layer, MessageHeader, Opened, Part } from '../../src/model/defense.js';
import { keysOf, type TestKeys } from './keys.js';

export const NOW = 1_767_225_600;
export const HEADER: MessageHeader = { room: 'lab', nick: 'alice', seq: 1, sent: NOW };

/** One device of a defense. `open` answers what its layers say, `verdict` in one word: the text, or the code. */
export interface Device {
  seal(text: string, header?: Partial<MessageHeader>, now?: number): string;
  open(body: string, header?: Partial<MessageHeader>, now?: number): Opened;
  verdict(body: string, header?: Partial<MessageHeader>, now?: number): string;
}

export function device(
  defense: string,
  nick: string,
  keys: TestKeys = {},
  parts: readonly Part[] = PARTS,
): Device {
  const layer = compose(defense, parts).arm(keysOf(nick, keys), () => ({ ...nowhere(), me: nick }));
  layer.joined(HEADER.room, [nick]); // where keys are agreed upon, the host has one of her own
  const open: Device['open'] = (body, header = {}, now = NOW) =>
    layer.open(utf8(body), { header: { ...HEADER, ...header }, now });
  return {
    seal: (text, header = {}, now = NOW) =>
      fromUtf8(layer.seal(utf8(encodeMessage(text)), { header: { ...HEADER, ...header }, now }))!,
    open,
    verdict: (body, header, now) => {
      const opened = open(body, header, now);
      if (!opened.ok) return opened.code;
      const text = fromUtf8(opened.body);
      return text === null ? 'accepted as bytes that are no text' : `accepted: ${text}`;
    },
  };
}

/** The layer of one part alone, on this device: nothing stands around it that would catch what it throws. */
export const layerOf = (part: Part, nick: string, host: Partial<Host> = {}): Layer =>
  part.layer!(keysOf(nick), { ...nowhere(), me: nick, ...host });

export const accepted = (text: string): string => `accepted: ${encodeMessage(text)}`;

/** The text with one character replaced. */
export const withCharAt = (text: string, at: number, char: string): string =>
  text.slice(0, at) + char + text.slice(at + 1);

/** Base64 or base64url text with one bit of one decoded byte flipped, in the same alphabet and padding. */
export function withBitFlipped(text: string, encoding: 'base64' | 'base64url', at: number, mask = 1): string {
  const bytes = Buffer.from(text, encoding);
  bytes[at]! ^= mask;
  return bytes.toString(encoding).padEnd(text.length, '=');
}
