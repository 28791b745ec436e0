/**
 * A rogue server forwards nothing any more and keeps every connection open, so that silence looks like silence. Nothing
 * arrives that anybody could check, and no client can make a server work. What reveals it expects something: an echo
 * of one's own message, a signed sign of life from the others.
 */
import { encodeFrame, readFrame } from '../../src/chat/wire.js';
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf, PLACES, type Place } from '../message.js';

interface Hole extends Tactic {
  readonly place: Place;
  readonly swallows: 'everything' | 'what is for bob' | 'words for bob';
}

const DOES: Readonly<Record<Hole['swallows'], readonly [string, string]>> = {
  everything: ['', 'forwards nothing any more'],
  'what is for bob': ['-bob', 'forwards Bob nothing any more'],
  'words for bob': ['-bob-forged', 'forwards Bob nothing but heartbeats of its own making'],
};

const hole = (place: Place, swallows: Hole['swallows']): Hole => ({
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
  alarms: ['not-echoed', 'silence', 'unknown-view'],
  cwe: [],
  sources: ['RFC 4949, "denial of service"'],
  tactics: () => [
    ...PLACES.map((place) => hole(place, 'everything')),
    hole('middle', 'what is for bob'),
    hole('last', 'words for bob'),
  ],
  adversary: (_, { place, swallows }, { known, did }) => {
    const line = aliceSaid(known, place);
    let open = false;
    const sent = new Map<string, number>();
    return {
      forward: ({ to, bytes }) => {
        const frame = readFrame(bytes);
        if (!open && messageOf(bytes, line)) {
          open = true;
          did(`forwards nothing any more from “${line.text}” on`);
        }
        if (!open && frame?.type === 'message') sent.set(frame.header.nick, frame.header.seq);
        if (!open || (swallows !== 'everything' && to !== 'bob')) return { do: 'forward' };
        const forged =
          swallows === 'words for bob' && frame?.type === 'control' && frame.header.nick !== 'bob'
            ? unsigned(frame.body, sent.get(frame.header.nick) ?? 0)
            : null;
        return forged === null || frame?.type !== 'control'
          ? { do: 'drop' }
          : { do: 'replace', bytes: encodeFrame({ ...frame, body: forged }) };
      },
    };
  },
});

/** A signature of zeros. */
const NO_SIGNATURE = `${'A'.repeat(86)}==`;

/** The same signed word, in base64url behind its signature, that claims nothing and counts no more than was let through; null where it is none. */
function unsigned(body: string, sent: number): string | null {
  try {
    const word = JSON.parse(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString());
    const text = Buffer.from(JSON.stringify({ ...word, sent, claim: [] })).toString('base64url');
    return `${NO_SIGNATURE}.${text.padEnd(Math.ceil(text.length / 4) * 4, '=')}`;
  } catch {
    return null; // another part's word
  }
}
