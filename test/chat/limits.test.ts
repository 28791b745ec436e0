import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { encodeFrame } from '../../src/chat/wire.js';
import { PARTS } from '../../src/defenses/index.js';
import { JOIN_QUOTA, limits, MAX_PAYLOAD, MAX_UNSENT, RELAY_HEARTBEAT } from '../../src/defenses/limits.js';
import { eventsOf } from '../../src/model/trace.js';
import { frames, openChat, type TestChat } from '../support/chat.js';

const open = (defense = 'limits'): Promise<TestChat> => openChat({ defense, parts: PARTS });

const acts = (chat: TestChat): string[] => eventsOf(chat.trace, 'act').map(({ code }) => code);

/** The answers that a raw client got, as the code or `ok`. */
const answers = (client: { replies(): { body: { ok: boolean; error?: string } }[] }): string[] =>
  client.replies().map(({ body }) => (body.ok ? 'ok' : body.error!));

describe('joins', () => {
  test('one connection may hold the quota, and not one more', async () => {
    const chat = await open();
    const client = await chat.raw();
    for (let n = 1; n <= JOIN_QUOTA + 1; n++) await client.send(frames.join('eve', n, `room-${n}`));
    expect(answers(client)).toEqual([...Array(JOIN_QUOTA).fill('ok'), 'join-quota']);
    expect(chat.refusals('relay')).toEqual(['join-quota']);
  });

  test('leaving makes room for another', async () => {
    const chat = await open();
    const client = await chat.raw();
    for (let n = 1; n <= JOIN_QUOTA; n++) await client.send(frames.join('eve', n, `room-${n}`));
    await client.send(frames.leave('eve', 20, 'room-1'));
    await client.send(frames.join('eve', 21, 'room-9'));
    expect(answers(client).slice(-2)).toEqual(['ok', 'ok']);
  });

  test('entering a room again is no further session', async () => {
    const chat = await open();
    const client = await chat.raw();
    for (let n = 1; n <= 2 * JOIN_QUOTA; n++) await client.send(frames.join('eve', n));
    expect(new Set(answers(client))).toEqual(new Set(['ok']));
    expect(chat.relay.peaks.sessions).toBe(1);
  });

  test('without limits nobody counts', async () => {
    const chat = await open('none');
    const client = await chat.raw();
    for (let n = 1; n <= 40; n++) await client.send(frames.join(`eve-${n}`, n));
    expect(new Set(answers(client))).toEqual(new Set(['ok']));
    expect(chat.relay.peaks.sessions).toBe(40);
  });
});

describe('nicks', () => {
  test('a connection has one', async () => {
    const chat = await open();
    const client = await chat.raw();
    await client.send(frames.join('eve', 1));
    await client.send(frames.join('mary', 2, 'other'));
    await client.send(frames.join('eve', 3, 'other'));
    expect(answers(client)).toEqual(['ok', 'nick-bound', 'ok']);
  });

  test('that is somebody’s in one room is hers in every room', async () => {
    const chat = await open();
    await chat.join('alice');
    const client = await chat.raw();
    await client.send(frames.join('alice', 1, 'other'));
    expect(answers(client)).toEqual(['nick-bound']);
  });

  test.each(['message', 'leave', 'control'] as const)(
    'a %s under another’s is refused, and under her own it is not',
    async (type) => {
      const chat = await open();
      await chat.join('alice');
      const client = await chat.raw();
      await client.send(frames.join('eve', 1));
      await client.send(frames[type]('alice', 2));
      await client.send(frames[type]('eve', 3));
      expect(answers(client)).toEqual(['ok', 'nick-bound', 'ok']);
    },
  );
});

describe('members only', () => {
  test('a stranger who has joined nothing receives nothing, and the relay notes it', async () => {
    const chat = await open();
    const [alice] = [await chat.join('alice'), await chat.join('bob')];
    const ghost = await chat.raw();
    alice.say('lab', 'hello');
    await chat.settle();
    expect(ghost.received).toEqual([]);
    expect(chat.shown('bob')).toHaveLength(1);
    expect(acts(chat)).toContain('withheld');
  });

  test('without limits the stranger receives it', async () => {
    const chat = await open('none');
    const alice = await chat.join('alice');
    const ghost = await chat.raw();
    alice.say('lab', 'hello');
    await chat.settle();
    expect(ghost.received).toHaveLength(1);
  });
});

describe('sessions', () => {
  const goneSoon = async (chat: TestChat, socket: WebSocket): Promise<void> => {
    const before = chat.relay.sockets.size;
    socket.terminate();
    while (chat.relay.sockets.size === before) await new Promise(setImmediate);
  };

  test.each([
    ['limits', ['bob']],
    ['none', ['eve', 'bob']],
  ])('under %s a connection that closes leaves behind %j', async (defense, roster) => {
    const chat = await open(defense);
    const client = await chat.raw();
    await client.send(frames.join('eve'));
    await goneSoon(chat, client.socket);
    const bob = await chat.connect('bob');
    expect(await bob.join('lab')).toEqual(roster);
  });

  test.each(['limits', 'expiry-only'])(
    'under %s who falls silent is gone after two heartbeats',
    async (defense) => {
      const chat = await open(defense);
      const client = await chat.raw();
      await client.send(frames.join('eve'));
      client.socket.pause();
      const bob = await chat.join('bob');
      for (let beat = 0; beat < 2; beat++) {
        chat.clock.step(chat.clock.now() + RELAY_HEARTBEAT * 1000);
        while ([...chat.relay.unanswered].length > 1) await new Promise(setImmediate);
      }
      expect(acts(chat)).toContain('session-expired');
      expect(await bob.join('lab')).toEqual(['bob']);
    },
  );
});

describe('sizes', () => {
  /** A request of exactly so many bytes. */
  const sized = (bytes: number): string => {
    const bare = { v: 1, type: 'list', header: { id: 1 }, ballast: '' };
    return JSON.stringify({ ...bare, ballast: 'x'.repeat(bytes - JSON.stringify(bare).length) });
  };

  test('a frame of the cap is answered, one byte more ends the connection before it is buffered', async () => {
    const chat = await open();
    const [small, large] = [await chat.raw(), await chat.raw()];
    await small.send(sized(MAX_PAYLOAD));
    expect(answers(small)).toEqual(['ok']);
    await large.send(sized(MAX_PAYLOAD + 1));
    expect(large.received).toEqual([]);
    expect(acts(chat)).toEqual(['payload-too-large']);
    expect(chat.relay.peaks.received).toBe(MAX_PAYLOAD);
  });

  test('the cap counts all fragments of a message', async () => {
    const chat = await open();
    const client = await chat.raw();
    const half = 'x'.repeat(MAX_PAYLOAD / 2 + 1);
    client.socket.send(half, { fin: false });
    client.socket.send(half, { fin: true });
    await chat.settle();
    expect(acts(chat)).toEqual(['payload-too-large']);
  });

  test.each([
    ['limits', ''],
    ['none', 'permessage-deflate'],
  ])('under %s a client that offers compression gets "%s"', async (defense, agreed) => {
    const chat = await open(defense);
    const client = await chat.raw();
    expect(client.socket.extensions.split(';')[0]).toBe(agreed);
  });

  test('what has piled up counts, not the last frame', () => {
    const { overflows } = limits.settings!.limits!;
    expect([overflows!(MAX_UNSENT, 1), overflows!(MAX_UNSENT + 1, 1)]).toEqual([false, true]);
  });
});

describe('the log', () => {
  const HOSTILE = 'eve\n\r\u0085\u2028\u2029\u001b[2K\u202e{"event":"leave"}';

  test('is one JSON object for each event, names escaped', async () => {
    const chat = await open();
    const client = await chat.raw();
    await client.send(frames.join(HOSTILE));
    expect(chat.log).toHaveLength(1);
    expect(chat.log[0]).toMatch(/^[ -~]+$/);
    expect(JSON.parse(chat.log[0]!)).toMatchObject({ event: 'join', room: 'lab', nick: HOSTILE });
    expect(acts(chat)).toEqual(['log-escaped']);
  });

  test('notes no escape where nothing was escaped', async () => {
    const chat = await open();
    await chat.join('alice');
    expect(acts(chat)).toEqual([]);
  });

  test('tells each request that was refused, and why', async () => {
    const chat = await open();
    const client = await chat.raw();
    await client.send(encodeFrame(frames.leave('alice')));
    expect(chat.log.map((line) => JSON.parse(line))).toMatchObject([{ event: 'leave', error: 'nick-bound' }]);
  });
});
