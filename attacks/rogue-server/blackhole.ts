/**
 * A rogue server forwards nothing any more and keeps every connection open, so that silence looks like silence. Nothing
 * arrives that anybody could check, and no client can make a server work. What reveals it expects something: an echo
 * of one's own message, a signed sign of life from the others.
 */
import { type ControlFrame, encodeFrame, type Frame, readFrame } from '../../src/chat/wire.js';
import { type Adversary, defineAttack, type Tactic } from '../../src/model/attack.js';
import { encodeBase64url } from '../../src/model/base64.js';
import { utf8 } from '../../src/model/bytes.js';
import { UNTIL_HEARTBEATS_CAME } from '../holding.js';
import { aliceSaid, messageOf, PLACES, type Place } from '../message.js';

interface Hole extends Tactic {
  readonly place: Place | 'later' | 'newcomer';
  readonly swallows:
    | 'everything'
    | 'what is for bob'
    | 'words for bob'
    | 'later words for bob'
    | 'what is from alice'
    | 'all for who comes';
}

const DOES: Readonly<Record<Exclude<Hole['swallows'], 'all for who comes'>, readonly [string, string]>> = {
  everything: ['', 'forwards nothing any more'],
  'what is for bob': ['-bob', 'forwards Bob nothing any more'],
  'later words for bob': ['-bob-old', 'forwards Bob nothing but heartbeats of earlier'],
  'what is from alice': ['-alice', 'hides Alice from the others'],
  'words for bob': ['-bob-forged', 'forwards Bob nothing but heartbeats of its own making'],
};

const ONE_MORE = 'One more thing: the door is open until ten.';

/** Seconds of silence: two heartbeat periods, and one to spare. */
const SILENCE = 30;

/** Heartbeats come only when time has passed. */
const LATER: Hole = {
  id: 'later-bob-old',
  does: 'forwards Bob nothing but heartbeats of earlier, once some have passed',
  place: 'later',
  swallows: 'later words for bob',
  meanwhile: [UNTIL_HEARTBEATS_CAME, { do: 'say', author: 'alice', text: ONE_MORE }],
};

const NEWCOMER: Hole = {
  id: 'newcomer',
  does: 'tells Dave, who comes, of nobody, and forwards him nothing but his own',
  place: 'newcomer',
  swallows: 'all for who comes',
  meanwhile: [
    { do: 'join', who: 'dave' },
    { do: 'say', author: 'alice', text: ONE_MORE },
  ],
};

/** The others go on, and are heard: it is one member's silence that must be noticed. */
const isOnlyOne = ({ swallows }: Hole): boolean => swallows === 'what is from alice';

const hole = (place: Place, swallows: keyof typeof DOES): Hole => ({
  id: place + DOES[swallows][0],
  does: `${DOES[swallows][1]} from Alice's ${place} message on`,
  place,
  swallows,
});

export default defineAttack<'relay', Hole>({
  id: 'rogue-server/blackhole',
  title: 'The server forwards nothing any more',
  position: 'relay',
  property: 'availability',
  needs: [],
  alarms: ['not-echoed', 'silence', 'unknown-view', 'unconfirmed'],
  cwe: [],
  sources: ['RFC 4949, "denial of service"'],
  tactics: () => [
    ...PLACES.map((place) => hole(place, 'everything')),
    hole('middle', 'what is for bob'),
    hole('last', 'words for bob'),
    hole('last', 'what is from alice'),
    LATER,
    NEWCOMER,
  ],
  adversary: (_, tactic, { known, did, wait }) => {
    const { place, swallows } = tactic;
    const last = aliceSaid(known, 'last');
    if (place === 'newcomer') return isolating('dave', did);
    const line = place === 'later' ? { ...last, seq: last.seq + 1, text: ONE_MORE } : aliceSaid(known, place);
    let open = false;
    const sent = new Map<string, number>();
    const earlier = new Map<string, string>();
    return {
      // Whoever looks for signs of life every ten seconds needs twenty to miss one that had just come.
      end: () => (place === 'later' || isOnlyOne(tactic) ? wait(SILENCE) : undefined),
      forward: ({ to, from, bytes }) => {
        const frame = readFrame(bytes);
        if (!open && messageOf(bytes, line)) {
          open = true;
          did(`forwards nothing any more from “${line.text}” on`);
        }
        if (!open && to === 'bob' && frame?.type === 'control') earlier.set(voiceOf(frame), bytes);
        if (!open && frame?.type === 'message') sent.set(frame.header.nick, frame.header.seq);
        if (!open) return { do: 'forward' };
        if (isOnlyOne(tactic)) return to !== 'alice' && from === 'alice' ? { do: 'drop' } : { do: 'forward' };
        if (swallows !== 'everything' && to !== 'bob') return { do: 'forward' };
        const forged = swallows === 'words for bob' && frame ? forgedWord(frame, sent) : null;
        const old =
          swallows === 'later words for bob' && frame?.type === 'control'
            ? earlier.get(voiceOf(frame))
            : undefined;
        const other = forged ?? old;
        return other === undefined ? { do: 'drop' } : { do: 'replace', bytes: other };
      },
    };
  },
});

/** Whoever comes under this nick is told that nobody is there, and is sent nothing but what she sends herself. */
const isolating = (nick: string, did: (what: string) => void): Adversary => ({
  forward: ({ to, from, bytes }) => {
    if (to !== nick || from === nick) return { do: 'forward' };
    const frame = readFrame(bytes);
    if (frame?.type !== 'reply') return { do: 'drop' };
    if (!frame.body.ok || !frame.body.roster) return { do: 'forward' };
    did(`tells ${nick} of nobody`);
    return { do: 'replace', bytes: encodeFrame({ ...frame, body: { ...frame.body, roster: [nick] } }) };
  },
});

/** Whose control frame it is, and which part's. */
const voiceOf = ({ header: { nick, part } }: ControlFrame): string => JSON.stringify([nick, part]);

const NO_SIGNATURE = encodeBase64url(new Uint8Array(64));

/** Another member's signed word that claims nothing and counts no more than was let through, under a signature of zeros; null where the frame is none. */
function forgedWord(frame: Frame, sent: ReadonlyMap<string, number>): string | null {
  if (frame.type !== 'control' || frame.header.nick === 'bob') return null;
  try {
    const word = JSON.parse(Buffer.from(frame.body.split('.')[1] ?? '', 'base64url').toString());
    const text = JSON.stringify({ ...word, sent: sent.get(frame.header.nick) ?? 0, claim: [] });
    return encodeFrame({ ...frame, body: `${NO_SIGNATURE}.${encodeBase64url(utf8(text))}` });
  } catch {
    return null; // another part's word
  }
}
