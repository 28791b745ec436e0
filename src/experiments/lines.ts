import { ROOM } from '../arena/bout.js';
import { eventsOf } from '../model/trace.js';
import type { Bench } from './bench.js';
import { openTalk, type Talk } from './talk.js';

/** How many messages were shown to somebody else, and how many of those had crossed the server. */
export interface Crossing {
  readonly shown: number;
  readonly crossed: number;
}

const WORDS = ['Hello', 'How are you?', 'Until tomorrow', 'Good night'];

/**
 * Alice and Bob talk over the server; with `secondLine` every other message goes over a line of their own, for which
 * Alice's machine listens and Bob connects.
 */
export async function crossings(bench: Bench, defense: string, secondLine: boolean): Promise<Crossing> {
  const open = (): Promise<Talk> => openTalk(bench.stack(defense), bench.keysmith, ['alice', 'bob']);
  const server = await open();
  const talks = secondLine ? [server, await open()] : [server];
  try {
    const lines = await Promise.all(
      talks.map(async (talk) => ({ talk, alice: await talk.join('alice'), bob: await talk.join('bob') })),
    );
    for (const [n, text] of WORDS.entries()) {
      const { talk, alice } = lines[n % lines.length]!;
      alice.say(ROOM, text);
      await talk.settle();
    }
    const crossed = new Set(
      eventsOf(server.trace, 'frame-in').flatMap(({ who, bytes }) => (who === 'relay' ? bytes : [])),
    );
    const shown = talks.flatMap(({ trace }) => {
      const frames = new Map(eventsOf(trace, 'frame-in').map(({ id, bytes }) => [id, bytes]));
      return eventsOf(trace, 'accept').flatMap(({ who, frame }) =>
        who === 'bob' ? (frames.get(frame) ?? []) : [],
      );
    });
    return { shown: shown.length, crossed: shown.filter((bytes) => crossed.has(bytes)).length };
  } finally {
    await Promise.all(talks.map((talk) => talk.close()));
  }
}
