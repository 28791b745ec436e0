/**
 * A rogue server forwards nothing any more and keeps every connection open, so that silence looks like silence. Nothing
 * arrives that anybody could check, and no client can make a server work. What reveals it expects something: an echo
 * of one's own message, a signed sign of life from the others.
 */
import { type Adversary, defineAttack, type Said, type Tactic } from '../../src/model/attack.js';
import { ONE_MORE, oneMoreOf, UNTIL_HEARTBEATS_CAME } from '../holding.js';
import { type Instead, isolating, severing } from '../isolating.js';
import { aliceSaid, messageOf, PLACES, type Place } from '../message.js';

interface Hole extends Tactic {
  /** From which of Alice's messages on; `one-more` is one that she says after the talk. */
  readonly place: Place | 'one-more';
  readonly swallows: keyof typeof DOES | 'what others say' | Instead;
}

const DOES = {
  everything: ['', 'forwards nothing any more'],
  'what is for bob': ['-bob', 'forwards Bob nothing any more'],
  'what is from alice': ['-alice', 'hides Alice from the others'],
} as const;

/** Seconds of silence: two heartbeat periods, and one to spare. */
const SILENCE = 30;

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
    hole('last', 'what is from alice'),
    {
      id: 'bob-forged',
      does: 'forwards Bob nothing but heartbeats of its own making, and tells the others that he has left',
      place: 'one-more',
      swallows: 'forged',
      meanwhile: [UNTIL_HEARTBEATS_CAME, ONE_MORE],
    },
    {
      id: 'bob-old',
      does: 'forwards Bob, who had left and come back, nothing but heartbeats of earlier, and the others his good-bye again',
      place: 'one-more',
      swallows: 'old',
      meanwhile: [UNTIL_HEARTBEATS_CAME, { do: 'leave', who: 'bob' }, { do: 'join', who: 'bob' }, ONE_MORE],
    },
    {
      id: 'newcomer',
      does: 'tells Dave, who comes, of nobody, and forwards him nothing but his own',
      place: 'one-more',
      swallows: 'what others say',
      meanwhile: [{ do: 'join', who: 'dave' }, ONE_MORE],
    },
    {
      id: 'all-anew',
      does: 'tells all, who start anew, of nobody, and forwards them nothing but their own',
      place: 'one-more',
      swallows: 'what others say',
      meanwhile: [...['alice', 'bob', 'carol'].map((who) => ({ do: 'restart', who }) as const), ONE_MORE],
    },
  ],
  adversary: (_, { place, swallows }, { known, did, wait }) => {
    if (swallows === 'what others say') return isolating({ did });
    const line = place === 'one-more' ? oneMoreOf(known) : aliceSaid(known, place);
    const swallowing =
      swallows === 'old' || swallows === 'forged'
        ? severing('bob', line, swallows, { did })
        : swallowingFrom(line, swallows, did);
    // Whoever looks for signs of life every ten seconds needs twenty to miss one that had just come.
    return swallows === 'everything' || swallows === 'what is for bob'
      ? swallowing
      : { ...swallowing, end: () => wait(SILENCE) };
  },
});

function swallowingFrom(line: Said, swallows: keyof typeof DOES, did: (what: string) => void): Adversary {
  let open = false;
  return {
    forward: ({ to, from, bytes }) => {
      if (!open && messageOf(bytes, line)) {
        open = true;
        did(`forwards nothing any more from “${line.text}” on`);
      }
      const isMeant =
        swallows === 'everything' ||
        (swallows === 'what is for bob' ? to === 'bob' : to !== 'alice' && from === 'alice');
      return open && isMeant ? { do: 'drop' } : { do: 'forward' };
    },
  };
}
