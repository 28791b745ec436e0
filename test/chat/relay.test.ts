import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { MAX_FRAME } from '../../src/chat/strict.js';
import { encodeFrame, type Frame } from '../../src/chat/wire.js';
import type { Code } from '../../src/model/code.js';
import { eventsOf } from '../../src/model/trace.js';
import { frames, openChat, ROOM, SALT, upgraded } from '../support/chat.js';

describe('every request gets a reply', () => {
  test('join, list, message and leave, byte for byte', async () => {
    const chat = await openChat();
    const raw = await chat.raw();
    await raw.send(frames.join('alice', 1));
    await raw.send(frames.list(2));
    await raw.send(frames.message('alice', 3));
    await raw.send(frames.leave('alice', 4));
    expect(raw.received).toEqual([
      `{"v":1,"type":"reply","header":{"re":1,"to":"join"},"body":{"ok":true,"salt":"${SALT}","roster":["alice"]}}`,
      '{"v":1,"type":"reply","header":{"re":2,"to":"list"},"body":{"ok":true,"rooms":["lab"]}}',
      encodeFrame(frames.message('alice', 3)),
      '{"v":1,"type":"reply","header":{"re":3,"to":"message"},"body":{"ok":true}}',
      '{"v":1,"type":"reply","header":{"re":4,"to":"leave"},"body":{"ok":true,"roster":[]}}',
    ]);
  });

  test('a plain HTTP request is told that this is no web page', async () => {
    const chat = await openChat();
    const response = await fetch(chat.url.replace('ws:', 'http:'));
    expect(response.status).toBe(426);
  });

  test('the first salt is kept and handed to all, whoever proposes another', async () => {
    const chat = await openChat();
    const [first, second] = [await chat.raw(), await chat.raw()];
    const other = Buffer.alloc(16, 9).toString('base64');
    await first.send(frames.join('alice'));
    await second.send({ ...frames.join('bob'), body: { salt: other } } as Frame);
    expect(second.replies()[0]?.body).toEqual({ ok: true, salt: SALT, roster: ['alice', 'bob'] });
  });
});

/** Frames that must be refused: the bytes, the code, and the request that the reply answers. */
const BAD: readonly {
  name: string;
  frame: Frame | string | Buffer;
  error: Code;
  re: number;
  strict?: Code;
  strictRe?: number;
}[] = [
  { name: 'a nick in use', frame: frames.join('alice', 7), error: 'nick-in-use', re: 7 },
  {
    name: 'a message to an unknown room',
    frame: frames.message('eve', 7, 'nowhere'),
    error: 'unknown-room',
    re: 7,
  },
  { name: 'leaving an unknown room', frame: frames.leave('eve', 7, 'nowhere'), error: 'unknown-room', re: 7 },
  { name: 'a message before join', frame: frames.message('eve', 7), error: 'not-joined', re: 7 },
  { name: 'a control frame before join', frame: frames.control('eve', 7), error: 'not-joined', re: 7 },
  {
    name: 'a control frame without a part',
    frame: '{"v":1,"type":"control","header":{"id":7,"room":"lab","nick":"eve"},"body":"x"}',
    error: 'malformed-frame',
    re: 0,
    strict: 'schema',
  },
  { name: 'leaving before join', frame: frames.leave('eve', 7), error: 'not-joined', re: 7 },
  { name: 'another version', frame: { ...frames.list(7), v: 2 }, error: 'bad-version', re: 7 },
  {
    name: 'a join of another version',
    frame: { ...frames.join('eve', 7), v: 0 },
    error: 'bad-version',
    re: 7,
  },
  { name: 'no JSON', frame: 'hello?', error: 'malformed-frame', re: 0 },
  { name: 'the empty text', frame: '', error: 'malformed-frame', re: 0 },
  { name: 'JSON that is no frame', frame: '[1,2,3]', error: 'malformed-frame', re: 0, strict: 'schema' },
  {
    name: 'an unknown type',
    frame: '{"v":1,"type":"shutdown","header":{"id":7}}',
    error: 'malformed-frame',
    re: 0,
    strict: 'schema',
  },
  {
    name: 'a reply, which is the relay’s own to send',
    frame: { v: 1, type: 'reply', header: { re: 1, to: 'join' }, body: { ok: true } },
    error: 'malformed-frame',
    re: 0,
  },
  {
    name: 'a message whose body is an object',
    frame: encodeFrame({ ...frames.message('eve', 7), body: {} as never }),
    error: 'malformed-frame',
    re: 0,
    strict: 'schema',
  },
  {
    name: 'a binary message, even of an honest frame',
    frame: Buffer.from(encodeFrame(frames.list(7))),
    error: 'malformed-frame',
    re: 0,
  },
  { name: 'binary noise', frame: Buffer.from([0xff, 0x00, 0xc0, 0x80]), error: 'malformed-frame', re: 0 },
  { name: 'an empty binary message', frame: Buffer.alloc(0), error: 'malformed-frame', re: 0 },
  {
    name: 'a bomb of brackets',
    frame: '['.repeat(30_000) + ']'.repeat(30_000),
    error: 'malformed-frame',
    re: 0,
    strict: 'schema',
  },
];

describe.each(['none', 'codec'])('under %s, a refusal is typed, and nobody else notices', (defense) => {
  test.each(BAD)('$name → $error', async ({ frame, error, re, strict = error }) => {
    const chat = await openChat({ defense });
    const alice = await chat.join('alice');
    await chat.join('bob');
    const eve = await chat.raw();
    const before = [chat.framesIn('alice').length, chat.framesIn('bob').length];

    await eve.send(frame);

    const expected = defense === 'codec' ? strict : error;
    expect(eve.replies().map((reply) => [reply.header.re, reply.body])).toEqual([
      [re, { ok: false, error: expected }],
    ]);
    expect([chat.framesIn('alice').length, chat.framesIn('bob').length]).toEqual(before);
    // The connection still works, and so does everybody else's.
    await eve.send(frames.list(8));
    expect(eve.replies().at(-1)).toMatchObject({ header: { re: 8 }, body: { ok: true, rooms: [ROOM] } });
    alice.say(ROOM, 'still here');
    await chat.settle();
    expect(chat.shown('bob').map((event) => event.text)).toEqual(['still here']);
  });
});

describe('what a lenient codec lets through breaks nothing', () => {
  test.each([
    '"7"',
    'null',
    '{}',
    '[]',
    '1.5',
    '1e999',
    '-1e999',
    'true',
    '{"toString":1}',
    '9007199254740993',
  ])('an id of %s is answered with re 0', async (id) => {
    const chat = await openChat();
    const raw = await chat.raw();
    await raw.send(`{"v":1,"type":"list","header":{"id":${id}}}`);
    expect(raw.received).toEqual([
      '{"v":1,"type":"reply","header":{"re":0,"to":"list"},"body":{"ok":true,"rooms":[]}}',
    ]);
  });

  test('a header without an id is answered with re 0', async () => {
    const chat = await openChat();
    const raw = await chat.raw();
    await raw.send('{"v":1,"type":"list","header":{}}');
    expect(raw.received).toEqual([
      '{"v":1,"type":"reply","header":{"re":0,"to":"list"},"body":{"ok":true,"rooms":[]}}',
    ]);
  });

  test('an id that is a whole number comes back', async () => {
    const chat = await openChat();
    const raw = await chat.raw();
    await raw.send(frames.list(Number.MAX_SAFE_INTEGER));
    expect(raw.replies()[0]?.header.re).toBe(Number.MAX_SAFE_INTEGER);
  });

  test.each(['1e308', '-1', '0.1', '1e999'])(
    'a message numbered %s is broadcast and shown, and nothing throws',
    async (number) => {
      const chat = await openChat();
      await chat.join('bob');
      const eve = await chat.raw();
      await eve.send(frames.join('eve', 1));
      await eve.send(
        encodeFrame(frames.message('eve', 2)).replace(
          /"seq":1,"sent":\d+/,
          `"seq":${number},"sent":${number}`,
        ),
      );
      expect(chat.shown('bob')).toHaveLength(1);
    },
  );

  test.each(['null', '7', '"x"', '{"salt":7}', '{"salt":{"toString":1}}', '{"salt":null}', '{}'])(
    'a join with the body %s neither throws nor becomes the chat’s salt',
    async (body) => {
      const chat = await openChat();
      const eve = await chat.raw();
      await eve.send(`{"v":1,"type":"join","header":{"id":1,"room":"lab","nick":"eve"},"body":${body}}`);
      expect(eve.replies()[0]?.body).toEqual({ ok: true, roster: ['eve'] });
      await chat.join('alice');
      expect(chat.framesIn('alice')[0]).toContain(SALT);
    },
  );

  test('names that every object has are names like any other', async () => {
    const chat = await openChat();
    const eve = await chat.raw();
    for (const name of ['__proto__', 'constructor', 'toString']) {
      await eve.send(frames.message(name, 1, name));
      await eve.send(frames.join(name, 2, name));
      await eve.send(frames.leave(name, 3, name));
    }
    const answers = eve.replies().map(({ body }) => (body.ok ? body.roster : body.error));
    expect(answers).toEqual(
      ['__proto__', 'constructor', 'toString'].flatMap((name) => ['unknown-room', [name], []]),
    );
  });
});

describe('malformed WebSocket bytes', () => {
  test.each([
    ['a reserved opcode', [0x83, 0x80]],
    ['a reserved bit', [0xf1, 0x80]],
    ['a frame that is not masked', [0x81, 0x00]],
    ['a continuation of nothing', [0x80, 0x80]],
    ['a fragmented ping', [0x09, 0x80]],
  ])('%s, two bytes, ends that connection and no other', async (_, bytes) => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    const before = chat.framesIn('alice').length;
    const socket = await upgraded(chat.url);
    expect(chat.relay.sockets.size).toBe(2);
    const closed = once(socket, 'close');
    socket.on('error', () => {}).resume();
    socket.write(Buffer.from(bytes));
    await closed;
    await alice.list();
    expect(chat.relay.sockets.size).toBe(1);
    expect(chat.framesIn('alice').length).toBe(before + 1);
  });

  test('two bytes that are right, an empty masked ping, are answered', async () => {
    const chat = await openChat();
    const socket = await upgraded(chat.url);
    socket.write(Buffer.from([0x89, 0x80, 0, 0, 0, 0]));
    const [pong] = (await once(socket, 'data')) as [Buffer];
    expect([...pong]).toEqual([0x8a, 0x00]);
  });

  test('a text message that is not UTF-8 ends that connection and no other', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    const socket = await upgraded(chat.url);
    const closed = once(socket, 'close');
    socket.on('error', () => {}).resume();
    socket.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc0, 0x80]));
    await closed;
    expect(await alice.list()).toEqual([ROOM]);
  });
});

describe('the size of a frame', () => {
  const messageOf = (bytes: number): string => {
    const empty = encodeFrame({ ...frames.message('eve', 2), body: '{"text":""}' });
    return encodeFrame({
      ...frames.message('eve', 2),
      body: JSON.stringify({ text: 'x'.repeat(bytes - empty.length) }),
    });
  };

  test('under codec, a frame beyond 128 KiB ends its connection before it is buffered, and nobody else notices', async () => {
    const chat = await openChat({ defense: 'codec' });
    const alice = await chat.join('alice');
    const eve = await chat.raw();
    await eve.send(frames.join('eve'));
    const before = chat.framesIn('alice').length;
    const closed = once(eve.socket, 'close');
    eve.socket.send(messageOf(MAX_FRAME + 1));
    await closed;
    expect(chat.framesIn('alice').length).toBe(before);
    expect(eventsOf(chat.trace, 'frame-in').some((event) => event.bytes.length > MAX_FRAME)).toBe(false);
    expect(await alice.list()).toEqual([ROOM]);
  });

  test('under codec, a frame of exactly 128 KiB passes', async () => {
    const chat = await openChat({ defense: 'codec' });
    await chat.join('alice');
    const eve = await chat.raw();
    await eve.send(frames.join('eve'));
    await eve.send({
      ...frames.message('eve', 2),
      suite: 'none',
      body: JSON.parse(messageOf(MAX_FRAME)).body,
    });
    expect(chat.shown('alice')).toHaveLength(1);
  });

  test('a small frame that inflates beyond the limit is stopped as well', async () => {
    const chat = await openChat({ defense: 'codec' });
    const alice = await chat.join('alice');
    const eve = await chat.raw();
    const closed = once(eve.socket, 'close');
    eve.socket.send('x'.repeat(50 * MAX_FRAME), { compress: true });
    await closed;
    expect(await alice.list()).toEqual([ROOM]);
  });

  test('under none there is no limit of the chat’s own', async () => {
    const chat = await openChat();
    await chat.join('alice');
    const eve = await chat.raw();
    await eve.send(frames.join('eve'));
    await eve.send(messageOf(4 * MAX_FRAME));
    expect(chat.shown('alice')).toHaveLength(1);
  });
});

describe('rooms and rosters', () => {
  test('a room has a roster of its own, and list names the rooms in the order of their making', async () => {
    const chat = await openChat();
    const alice = await chat.connect('alice');
    const bob = await chat.connect('bob');
    expect(await alice.list()).toEqual([]);
    expect(await alice.join('lab')).toEqual(['alice']);
    expect(await bob.join('lab')).toEqual(['alice', 'bob']);
    expect(await bob.join('attic')).toEqual(['bob']);
    expect(await alice.list()).toEqual(['lab', 'attic']);
    await alice.leave('lab');
    expect(await bob.join('lab')).toEqual(['bob']);
  });

  test('joining twice is joining once', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    expect(await alice.join(ROOM)).toEqual(['alice']);
  });

  test('who left is not in the room any more: the next message is refused', async () => {
    const chat = await openChat();
    const raw = await chat.raw();
    await raw.send(frames.join('alice', 1));
    await raw.send(frames.message('alice', 2));
    await raw.send(frames.leave('alice', 3));
    await raw.send(frames.message('alice', 4));
    expect(raw.replies().map(({ body }) => body.ok)).toEqual([true, true, true, false]);
    expect(raw.replies().at(-1)?.body).toEqual({ ok: false, error: 'not-joined' });
  });

  test('the same nick may be in another room', async () => {
    const chat = await openChat();
    const [first, second] = [await chat.raw(), await chat.raw()];
    await first.send(frames.join('alice', 1, 'lab'));
    await second.send(frames.join('alice', 1, 'attic'));
    expect(second.replies()[0]?.body).toMatchObject({ ok: true, roster: ['alice'] });
  });

  test('a peer that vanished frees its nick; one that is there keeps it', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    const other = await chat.connect('alice');
    await expect(other.join(ROOM)).rejects.toMatchObject({ code: 'nick-in-use' });
    const gone = once([...chat.relay.sockets][0]!, 'close');
    alice.close();
    await gone;
    expect(await other.join(ROOM)).toEqual(['alice']);
  });

  test('who vanished and came back writes and is heard', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    await chat.join('bob');
    const gone = once([...chat.relay.sockets][0]!, 'close');
    alice.close();
    await gone;
    const again = await chat.join('alice');
    again.say(ROOM, 'back');
    await chat.settle();
    expect(chat.shown('bob').map(({ text }) => text)).toEqual(['back']);
  });
});

describe('broadcasting', () => {
  test('under none every open socket receives every broadcast, bytes untouched, its author’s among them', async () => {
    const chat = await openChat();
    const [author, member, ghost] = [await chat.raw(), await chat.raw(), await chat.raw()];
    await author.send(frames.join('alice', 1));
    await member.send(frames.join('bob', 1));
    const spelled = encodeFrame(frames.message('alice', 2)).replace('"v":1', ' "v" : 1e0');
    await author.send(spelled);
    for (const { received } of [author, member, ghost])
      expect(received.filter((bytes) => bytes === spelled)).toHaveLength(1);
    expect(ghost.received).toHaveLength(1);
  });

  test('frames of one author arrive in their order, large and small', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    await chat.join('bob');
    const texts = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? 'x'.repeat(5000) : '') + index);
    for (const text of texts) alice.say(ROOM, text);
    await chat.settle();
    expect(chat.shown('bob').map(({ text }) => text)).toEqual(texts);
    expect(chat.shown('alice').map(({ slot }) => slot)).toEqual(texts.map((_, index) => index + 1));
  });

  test('the log says in clear who said what, as the coursework’s does', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect(chat.log).toEqual([
      '2026-01-01T00:00:00.000Z join room=lab nick=alice',
      '2026-01-01T00:00:00.000Z message room=lab nick=alice body={"text":"hello"}',
    ]);
  });
});

describe('the forwarding hook', () => {
  const onMessages = (
    decide: (to: string) => ReturnType<NonNullable<Parameters<typeof openChat>[0]>['hook'] & object>,
  ) => ({
    hook: ({ to, from }: { to: string; from: string }) =>
      from === 'relay' ? ({ do: 'forward' } as const) : decide(to),
  });

  test('is asked once for each frame and recipient, and the trace holds its decision', async () => {
    const asked: string[] = [];
    const chat = await openChat({
      hook: ({ to, from, bytes }) => {
        asked.push(`${from}→${to} ${JSON.parse(bytes).type}`);
        return { do: 'forward' };
      },
    });
    const alice = await chat.join('alice');
    await chat.join('bob');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect(asked).toEqual([
      'relay→alice reply',
      'relay→bob reply',
      'alice→alice message',
      'alice→bob message',
      'relay→alice reply',
    ]);
    expect(eventsOf(chat.trace, 'forward')).toHaveLength(asked.length);
  });

  test('drops for one and not for another', async () => {
    const chat = await openChat(onMessages((to) => ({ do: to === 'bob' ? 'drop' : 'forward' })));
    const alice = await chat.join('alice');
    await chat.join('bob');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect([chat.shown('alice').length, chat.shown('bob').length]).toEqual([1, 0]);
  });

  test('delays by the injected clock', async () => {
    const chat = await openChat(onMessages(() => ({ do: 'delay', seconds: 45 })));
    const alice = await chat.join('alice');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect(chat.shown('alice')).toHaveLength(0);
    chat.clock.step(chat.clock.now() + 44_999);
    await chat.settle();
    expect(chat.shown('alice')).toHaveLength(0);
    chat.clock.step(chat.clock.now() + 1);
    await chat.settle();
    expect(chat.shown('alice')).toMatchObject([{ at: 45 }]);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('boom');
      },
    ],
    ['answers nothing sensible', () => 7],
    ['replaces by what is no text', () => ({ do: 'replace', bytes: { toString: null } })],
  ])('that %s crashes nothing: the trace says so, and the chat goes on', async (_, decide) => {
    const chat = await openChat(onMessages(decide as never));
    const alice = await chat.join('alice');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect(await alice.list()).toEqual([ROOM]);
    expect(eventsOf(chat.trace, 'crash').length + eventsOf(chat.trace, 'forward').length).toBeGreaterThan(0);
  });
});

test('after close the port is free, every connection is ended and a second chat can start', async () => {
  const chat = await openChat();
  const alice = await chat.join('alice');
  const ended = once(alice.socket!, 'close');
  await chat.relay.close();
  await ended;
  await expect(fetch(chat.url.replace('ws:', 'http:'))).rejects.toThrow();
  expect(chat.relay.sockets.size).toBe(0);
});
