/** How a relay cuts one member off so that neither she nor the others hear that anything is amiss. */
import { type ControlFrame, encodeFrame, readFrame } from '../src/chat/wire.js';
import type { Adversary, Decision, Said, Tools } from '../src/model/attack.js';
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
 * From a line on, which the others are shown, they hear nothing from the member but that it has gone, and the member is
 * sent nothing but signs of life of the others.
 */
export function severing(nick: string, line: Said, instead: Instead, { did }: Telling): Adversary {
  let open = false;
  const earlier = new Map<string, ControlFrame>();
  const counts = new Map<string, number>();
  const inPlaceOf = (frame: ControlFrame, says: unknown): Decision => {
    const old = earlier.get(voiceOf(frame, says));
    const change = { says, sent: counts.get(frame.header.nick) ?? 0, claim: [] };
    const word = instead === 'old' ? old : forged(frame, change);
    return word ? { do: 'inject', bytes: encodeFrame(word) } : { do: 'drop' };
  };
  return {
    forward: ({ to, from, bytes }) => {
      const frame = readFrame(bytes);
      const control = frame?.type === 'control' ? frame : null;
      if (!open && messageOf(bytes, line)) {
        open = true;
        did(`cuts ${nick} off from “${line.text}” on`);
      }
      if (open && to !== nick && messageOf(bytes, line)) {
        const last = [...earlier.values()].findLast(({ header }) => header.nick === nick);
        return [{ do: 'forward' }, ...(last ? [inPlaceOf(last, 'bye')] : [])];
      }
      if (!open) {
        if (control && from !== to) earlier.set(voiceOf(control, wordOf(bytes)?.says), control);
        if (frame?.type === 'message') counts.set(frame.header.nick, frame.header.seq);
        return { do: 'forward' };
      }
      if ((to === nick) === (from === nick)) return { do: 'forward' };
      return control && to === nick ? inPlaceOf(control, wordOf(bytes)?.says) : { do: 'drop' };
    },
  };
}

/** Whose control frame it is, which part's, and what kind of word. */
const voiceOf = ({ header: { nick, part } }: ControlFrame, says: unknown): string =>
  JSON.stringify([nick, part, says]);

/** A number that no member reaches in a talk. */
const AHEAD = 1000;
const NO_SIGNATURE = encodeBase64url(new Uint8Array(64));

/** The same word, changed and counted far above the last, under a signature of zeros; null where there is none. */
function forged(frame: ControlFrame, change: object): ControlFrame | null {
  const word = wordOf(encodeFrame(frame));
  const text = { ...word, ...change, count: Number(word?.count) + AHEAD };
  return word && { ...frame, body: `${NO_SIGNATURE}.${encodeBase64url(utf8(JSON.stringify(text)))}` };
}
