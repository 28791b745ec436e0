/** How a relay cuts one member off so that neither she nor the others hear that anything is amiss. */
import { type ControlFrame, encodeFrame, readFrame } from '../src/chat/wire.js';
import type { Adversary, Said, Tools } from '../src/model/attack.js';
import { encodeBase64url } from '../src/model/base64.js';
import { utf8 } from '../src/model/bytes.js';
import { messageOf, wordOf } from './message.js';

type Telling = Pick<Tools, 'did'>;

/** Whoever comes, or starts anew, is told that nobody is there, and from then on is sent nothing but what she sends herself. */
export function isolating({ did }: Telling): Adversary {
  const alone = new Set<string>();
  return {
    forward: ({ to, from, bytes }) => {
      const frame = readFrame(bytes);
      if (frame?.type === 'reply' && frame.header.to === 'join' && frame.body.ok) {
        alone.add(to);
        did(`tells ${to} of nobody`);
        return { do: 'replace', bytes: encodeFrame({ ...frame, body: { ...frame.body, roster: [to] } }) };
      }
      return alone.has(to) && from !== to && frame?.type !== 'reply' ? { do: 'drop' } : { do: 'forward' };
    },
  };
}

/** What she puts in the place of a member's words: some of earlier, or some of her own making. */
export type Instead = 'old' | 'forged';

/**
 * From a line on the member is sent nothing but signs of life of the others, and they hear nothing from the member but
 * that it has gone.
 */
export function severing(nick: string, line: Said, instead: Instead, { did }: Telling): Adversary {
  let open = false;
  const earlier = new Map<string, string>();
  const counts = new Map<string, number>();
  const told = new Set<string>();
  const wordInstead = (frame: ControlFrame, says: unknown): string | undefined =>
    instead === 'old'
      ? earlier.get(voiceOf(frame, says))
      : forged(frame, { says, sent: counts.get(frame.header.nick) ?? 0, claim: [] });
  return {
    forward: ({ to, from, bytes }) => {
      const frame = readFrame(bytes);
      if (!open && messageOf(bytes, line)) {
        open = true;
        did(`cuts ${nick} off from “${line.text}” on`);
      }
      if (!open) {
        if (frame?.type === 'control' && from !== to) earlier.set(voiceOf(frame, wordOf(bytes)?.says), bytes);
        if (frame?.type === 'message') counts.set(frame.header.nick, frame.header.seq);
        return { do: 'forward' };
      }
      if ((to === nick) === (from === nick)) return { do: 'forward' };
      const control = frame?.type === 'control' ? frame : null;
      const says = to === nick ? control && wordOf(bytes)?.says : told.has(to) ? null : 'bye';
      const word = control && says !== null ? wordInstead(control, says) : undefined;
      if (word === undefined) return { do: 'drop' };
      if (says === 'bye') told.add(to);
      return { do: 'replace', bytes: word };
    },
  };
}

/** Whose control frame it is, which part's, and what kind of word. */
const voiceOf = ({ header: { nick, part } }: ControlFrame, says: unknown): string =>
  JSON.stringify([nick, part, says]);

const NO_SIGNATURE = encodeBase64url(new Uint8Array(64));

/** The same word, changed, under a signature of zeros. */
function forged(frame: ControlFrame, change: object): string | undefined {
  const word = wordOf(encodeFrame(frame));
  const text = encodeBase64url(utf8(JSON.stringify({ ...word, ...change })));
  return word ? encodeFrame({ ...frame, body: `${NO_SIGNATURE}.${text}` }) : undefined;
}
