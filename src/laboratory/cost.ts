import { nowhere } from '../defenses/arm.js';
import type { Control, Keysmith } from '../model/defense.js';
import type { Cost, Price, Weight } from '../model/results.js';
import type { Armed, Stack } from '../model/stack.js';
import type { HonestResult } from './honest.js';
import { type Arsenal, groundFor, type Laboratory, priceOf, runnerOf } from './matrix.js';

/** What a defense costs where nobody attacks. */
export async function costOf(stack: Stack, arsenal: Arsenal, lab: Laboratory): Promise<Cost> {
  const { skewed, stored }: Price = await priceOf(stack, arsenal, lab);
  return { ...(await weightOf(stack, arsenal, lab)), skewed, stored };
}

/** What it adds to a message, in bytes and in time. */
export async function weightOf(stack: Stack, arsenal: Arsenal, lab: Laboratory): Promise<Weight> {
  const carried = (of: Stack): Promise<HonestResult> =>
    runnerOf(lab).honest(groundFor(null, of, arsenal, lab), { skews: {}, stored: false });
  const [defended, plain] = [await carried(stack), await carried(arsenal.undefended)];
  return { bytes: Math.round(defended.bytesAMessage - plain.bytesAMessage), ...(await timed(stack, lab)) };
}

const WARM_UP = 50;
const MESSAGES = 200;
const ROOM = 'lab';
const NOW = 1_700_000_000;
const WORDS = new TextEncoder().encode('{"text":"Pay 120 euros to Bob for the train tickets, order 4711"}');

/** Microseconds to seal and to open one message, the median of many; null where a part runs in a worker only. */
async function timed(stack: Stack, { keysmith }: Laboratory): Promise<Pick<Cost, 'seal' | 'open'>> {
  try {
    const { alice, bob, settle } = await pairOf(stack, keysmith);
    const [seal, open]: [number[], number[]] = [[], []];
    for (let seq = 1; seq <= WARM_UP + MESSAGES; seq++) {
      const header = { room: ROOM, nick: 'alice', seq, sent: NOW };
      const started = performance.now();
      const sealed = alice.seal(WORDS, { header, now: NOW });
      const between = performance.now();
      const opened = bob.open(sealed, { header, now: NOW });
      if (!opened.ok) return { seal: null, open: null };
      opened.commit?.();
      const ended = performance.now();
      if (seq > WARM_UP) {
        seal.push(between - started);
        open.push(ended - between);
      }
      alice.sent(header);
      const echo = alice.open(sealed, { header, now: NOW });
      if (echo.ok) echo.commit?.();
      settle();
    }
    return { seal: medianOf(seal), open: medianOf(open) };
  } catch {
    return { seal: null, open: null };
  }
}

/** Two devices in one room without a network; `settle` delivers what their parts have to say to each other. */
async function pairOf(
  stack: Stack,
  keysmith: Keysmith,
): Promise<{ alice: Armed; bob: Armed; settle: () => void }> {
  const keysOf = keysmith.chat('what it costs', ['alice', 'bob'], stack.settings.derivation);
  const said: (Control & { readonly part: string })[] = [];
  const start = async (nick: string): Promise<Armed> =>
    stack.arm(await keysOf(nick, undefined), (part) => ({
      ...nowhere(),
      me: nick,
      now: () => NOW,
      control: (room, body) => void said.push({ part, room, nick, body }),
    }));
  const [alice, bob] = [await start('alice'), await start('bob')];
  const settle = (): void => {
    for (let next = said.shift(); next; next = said.shift())
      for (const device of [alice, bob]) device.hear(next.part, next);
  };
  alice.joined(ROOM, ['alice']);
  settle();
  bob.joined(ROOM, ['alice', 'bob']);
  settle();
  return { alice, bob, settle };
}

/** In microseconds, of milliseconds. */
const medianOf = (milliseconds: readonly number[]): number =>
  Math.round(1000 * [...milliseconds].sort((a, b) => a - b)[Math.floor(milliseconds.length / 2)]!);
