import type { Code } from '../model/code.js';
import { decodeReviving } from './reviving.js';
import { decodeStrictFrame, decodeStrictMessage, MAX_FRAME } from './strict.js';
import { asFrame, type Frame } from './wire.js';

export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code };

/** How a program turns text into frames, and an opened body into a message. */
export interface Codec {
  /** The largest frame it takes, in bytes; the WebSocket refuses a larger one before it is buffered. Absent: no limit of its own. */
  readonly maxBytes?: number;
  frame(text: string): Decoded<Frame>;
  message(text: string): Decoded<{ readonly text: string }>;
}

/** The body of a message before it is sealed. */
export const encodeMessage = (text: string): string => JSON.stringify({ text });

/** The safe codec of the part `codec`. */
export const strictCodec: Codec = {
  maxBytes: MAX_FRAME,
  frame: decodeStrictFrame,
  message: decodeStrictMessage,
};

/** The same codec behind a look at the text: what `screen` refuses is never decoded. */
export const screened = (codec: Codec, screen: (text: string) => Code | null): Codec => ({
  ...codec,
  frame: (text) => {
    const code = screen(text);
    return code === null ? codec.frame(text) : { ok: false, code };
  },
});

/** What else the coursework's decoder does with a text beside reviving; here it is only told. */
export interface Flaws {
  /** The frame brings options, which the coursework's relay merges into its settings. */
  merges?(text: string): void;
  /** The text nests deeper than the decoder's stack. */
  overflows?(text: string): void;
}

/**
 * The coursework's codec: JSON that revives functions (CVE-2017-5941). `revive` receives the source of a
 * function found in the text, and the whole text; what it returns takes the function's place.
 */
export function revivingCodec(
  revive: (source: string, text: string) => unknown,
  { merges, overflows }: Flaws = {},
): Codec {
  const decode = (text: string): unknown => {
    try {
      return decodeReviving(text, (source) => revive(source, text));
    } catch (error) {
      if (error instanceof RangeError) overflows?.(text);
      return null; // not JSON: the same as not a frame
    }
  };
  return {
    frame: (text) => {
      const frame = asFrame(decode(text));
      if (frame && 'options' in frame) merges?.(text);
      return frame ? { ok: true, value: frame } : { ok: false, code: 'malformed-frame' };
    },
    message: (text) => {
      const value = decode(text) as { text?: unknown } | null;
      return typeof value?.text === 'string'
        ? { ok: true, value: { text: value.text } }
        : { ok: false, code: 'malformed-body' };
    },
  };
}
