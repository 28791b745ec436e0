import { fromUtf8, utf8 } from '../model/bytes.js';
import type { Code } from '../model/code.js';
import type { MessageHeader, Opened, Refused } from '../model/defense.js';
import { reasonOf } from '../model/failure.js';
import type { Armed } from '../model/stack.js';
import type { Codec } from './codec.js';
import type { MessageFrame } from './wire.js';

export interface Reader {
  readonly codec: Codec;
  /** The suite tag that this program sends and requires. */
  readonly suite: string;
  /** Takes messages that are not sealed at all, beside those of its suite. */
  readonly takesUnsealed?: boolean;
}

/** What may be shown of a message, or why nothing may. */
export type Read = { readonly ok: true; readonly text: string; readonly marked: boolean } | Refused;

/** The suite tag of what is not sealed. */
const UNSEALED = 'none';

/**
 * Opens a message and reads it. Mandatory: nothing unsealed is taken and nothing is negotiated, whatever the frame says
 * of itself. (A variant that is vulnerable on purpose takes what says that it is not sealed.) No part takes note of
 * the message before the last check has passed.
 */
export function read(
  frame: MessageFrame,
  { codec, suite, takesUnsealed = false }: Reader,
  layer: Armed,
  now: number,
): Read {
  const unsealed = takesUnsealed && frame.suite === UNSEALED;
  if (frame.suite !== suite && !unsealed) return refuse('suite-mismatch');
  if (!frame.body.isWellFormed()) return refuse('not-well-formed');
  const body = utf8(frame.body);
  const opened: Opened = unsealed ? { ok: true, body } : layer.open(body, { header: headerOf(frame), now });
  if (!opened.ok) return opened;
  const text = fromUtf8(opened.body);
  if (text === null) return refuse('not-utf8');
  const message = codec.message(text);
  if (!message.ok) return refuse(message.code);
  // Shown, it would read U+FFFD: two messages that look alike and differ.
  if (!message.value.text.isWellFormed()) return refuse('not-well-formed');
  const failure = failureOf(opened);
  if (failure !== null) return { ok: false, code: 'crashed-part', why: failure };
  return { ok: true, text: message.value.text, marked: opened.marked === true };
}

const refuse = (code: Code): Refused => ({ ok: false, code });

/** What went wrong while the parts took note of a message: one that throws then has not accepted it. */
function failureOf({ commit }: { readonly commit?: () => void }): string | null {
  try {
    commit?.();
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

const headerOf = ({ header }: MessageFrame): MessageHeader => ({
  room: header.room,
  nick: header.nick,
  seq: header.seq,
  sent: header.sent,
});
