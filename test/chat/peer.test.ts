import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { type ControlFrame, encodeFrame, type MessageFrame, readFrame } from '../../src/chat/wire.js';
import { nowhere } from '../../src/defenses/arm.js';
import { compose } from '../../src/defenses/compose.js';
import { DEFENSES, PARTS } from '../../src/defenses/index.js';
import type { Forwarding } from '../../src/model/attack.js';
import type { Control, Layer, Part } from '../../src/model/defense.js';
import { eventsOf, type Trace } from '../../src/model/trace.js';
import { frames, openChat, ROOM, START } from '../support/chat.js';
import { device } from '../support/sealed.js';

/** A hook that rewrites the messages that reach one member. */
const rewriting = (victim: string, change: (frame: MessageFrame) => MessageFrame | string) => ({
  hook: ({ to, bytes }: Forwarding) => {
    const frame = readFrame(bytes);
    if (frame?.type !== 'message' || to !== victim) return { do: 'forward' } as const;
    const changed = change(frame);
    return { do: 'replace', bytes: typeof changed === 'string' ? changed : encodeFrame(changed) } as const;
  },
});

describe('an honest conversation', () => {
  test.each([...DEFENSES, 'fernet+signature+codec', 'encryption+mac+signature+codec'])(
    'under %s everybody is shown every message once, in order, the author when the relay echoes it',
    async (defense) => {
      const chat = await openChat({ defense });
      const [alice, bob] = [await chat.join('alice'), await chat.join('bob')];
      await chat.join('carol');
      await chat.settle(); // what members agree on when they enter has arrived
      const texts = ['Hello', '', '👩🏽‍🚀 שלום\u0000\u2028', 'x'.repeat(3000)];
      for (const text of texts) alice.say(ROOM, text);
      await chat.settle();
      bob.say(ROOM, 'Hi');
      await chat.settle();
      for (const who of ['alice', 'bob', 'carol']) {
        expect(chat.shown(who).map(({ author, slot, text }) => [author, slot, text])).toEqual([
          ...texts.map((text, index) => ['alice', index + 1, text]),
          ['bob', 1, 'Hi'],
        ]);
        expect(chat.refusals(who)).toEqual([]);
      }
    },
  );

  test('an author does not see her message where the relay does not echo it', async () => {
    const chat = await openChat({ hook: ({ to, from }) => ({ do: from === to ? 'drop' : 'forward' }) });
    const alice = await chat.join('alice');
    await chat.join('bob');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect([chat.shown('alice').length, chat.shown('bob').length]).toEqual([0, 1]);
  });

  test('a send is in the trace before its frame, and its frame before its display', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    alice.say(ROOM, 'hello');
    await chat.settle();
    const kinds = chat.trace.filter(({ who }) => who === 'alice').map(({ kind }) => kind);
    expect(kinds.slice(-5)).toEqual(['send', 'frame-out', 'frame-in', 'accept', 'frame-in']);
  });
});

describe('a member is told that she is in the room', () => {
  const steps = (trace: Trace, who: string) =>
    trace.flatMap((event) =>
      event.who === who && (event.kind === 'admitted' || event.kind === 'join') ? [event.kind] : [],
    );

  test('as soon as the relay has let her in, where no part has to make itself known', async () => {
    const chat = await openChat({ defense: 'signature' });
    await chat.join('alice');
    expect(steps(chat.trace, 'alice')).toEqual(['admitted', 'join']);
  });

  test('when the others know of her, however late the relay tells them, and not again', async () => {
    let holds = true;
    const chat = await openChat({
      defense: 'transcript',
      hook: ({ to, from, bytes }) =>
        holds && to === 'alice' && from === 'bob' && readFrame(bytes)?.type === 'control'
          ? { do: 'drop' }
          : { do: 'forward' },
    });
    const alice = await chat.join('alice');
    await chat.join('bob');
    await chat.settle();
    expect(steps(chat.trace, 'alice')).toEqual(['admitted', 'join']);
    expect(steps(chat.trace, 'bob')).toEqual(['admitted']);
    // What is said meanwhile she is shown all the same.
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect(chat.shown('bob')).toHaveLength(1);
    holds = false;
    for (let beat = 0; beat < 3; beat++) {
      chat.clock.step(chat.clock.now() + 4000);
      await chat.settle();
    }
    expect(steps(chat.trace, 'bob')).toEqual(['admitted', 'join']);
  });

  test('again where she leaves and comes back, and not where she leaves before', async () => {
    const chat = await openChat({ defense: 'transcript', hook: () => ({ do: 'forward' }) });
    const alice = await chat.join('alice');
    await chat.settle();
    await alice.leave(ROOM);
    await alice.join(ROOM);
    await chat.settle();
    expect(steps(chat.trace, 'alice')).toEqual(['admitted', 'join', 'admitted', 'join']);
    const bob = await chat.join('bob');
    await bob.leave(ROOM);
    await chat.settle();
    expect(steps(chat.trace, 'bob')).toEqual(['admitted']);
  });
});

describe('what is refused at send', () => {
  test.each(['\ud800', 'a\udc00b', '\udc00\ud800'])(
    'a text with a lone surrogate (%j) is refused with nothing sent',
    async (text) => {
      const chat = await openChat({ defense: 'signature' });
      const alice = await chat.join('alice');
      const before = chat.trace.length;
      expect(() => alice.say(ROOM, text)).toThrow(/no UTF-8 form/);
      await chat.settle();
      expect(chat.trace.slice(before)).toMatchObject([{ kind: 'unsaid', code: 'not-well-formed' }]);
      alice.say(ROOM, 'a\u{10000}b');
      await chat.settle();
      expect(chat.shown('alice')).toMatchObject([{ slot: 1, text: 'a\u{10000}b' }]);
    },
  );

  test('a text before the first join is refused with nothing sent', async () => {
    const chat = await openChat();
    const alice = await chat.connect('alice');
    expect(() => alice.say(ROOM, 'hello')).toThrow(/join a room/);
    expect(chat.trace).toEqual([]);
  });

  test('under codec, a text that makes too large a frame is refused with nothing sent, and takes no slot', async () => {
    const chat = await openChat({ defense: 'fernet+codec' });
    const alice = await chat.join('alice');
    const before = chat.trace.length;
    expect(() => alice.say(ROOM, 'x'.repeat(100_000))).toThrow(/over-size/);
    expect(chat.trace.slice(before)).toMatchObject([{ kind: 'unsaid', code: 'over-size' }]);
    alice.say(ROOM, 'x'.repeat(90_000));
    await chat.settle();
    expect(chat.shown('alice')).toMatchObject([{ slot: 1 }]);
  });

  test('under transcript, nobody misses a text that was refused like this', async () => {
    const chat = await openChat({ defense: 'transcript+codec' });
    const [alice] = [await chat.join('alice'), await chat.join('bob')];
    alice.say(ROOM, 'hello');
    expect(() => alice.say(ROOM, 'x'.repeat(140_000))).toThrow(/over-size/);
    const end = chat.clock.now() + 60_000;
    for (let more = true; more; more = chat.clock.step(end)) await chat.settle();
    await chat.settle();
    expect(chat.trace.filter(({ kind }) => kind === 'alarm')).toEqual([]);
    expect(chat.shown('bob')).toMatchObject([{ slot: 1 }]);
  });
});

describe('rooms, as a peer sees them', () => {
  test('a message of a room that it has not joined is not shown, though the relay delivers it', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    const bob = await chat.connect('bob');
    await bob.join('attic');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect(chat.framesIn('bob').some((bytes) => bytes.includes('hello'))).toBe(true);
    expect(chat.shown('bob')).toEqual([]);
  });

  test('saying something in a room that it is not in is refused by the relay and does not open that room to it', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    const bob = await chat.connect('bob');
    await bob.join('attic');
    bob.say(ROOM, 'let me in');
    await chat.settle();
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect(chat.refusals('bob')).toEqual(['not-joined']);
    expect(chat.shown('bob')).toEqual([]);
  });

  test('slots go on where a room is left and entered again: no two messages share one', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    alice.say(ROOM, 'one');
    await alice.leave(ROOM);
    await alice.join(ROOM);
    alice.say(ROOM, 'two');
    await chat.settle();
    expect(eventsOf(chat.trace, 'send').map(({ slot, text }) => [slot, text])).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
  });

  test('after leaving, nothing of the room is shown any more', async () => {
    const chat = await openChat();
    const [alice, bob] = [await chat.join('alice'), await chat.join('bob')];
    await bob.leave(ROOM);
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect([chat.shown('alice').length, chat.shown('bob').length]).toEqual([1, 0]);
  });

  test('a refused request rejects with the relay’s code', async () => {
    const chat = await openChat();
    const alice = await chat.connect('alice');
    await expect(alice.leave('nowhere')).rejects.toMatchObject({ code: 'unknown-room' });
    await expect(alice.join(ROOM)).resolves.toEqual(['alice']);
  });

  test('a request that nobody answers any more rejects when the connection closes', async () => {
    const chat = await openChat({ hook: () => ({ do: 'drop' }) });
    const alice = await chat.connect('alice');
    const asked = alice.list();
    const refused = expect(asked).rejects.toThrow(/closed before the relay answered/);
    alice.close();
    await refused;
  });
});

describe('the suite is mandatory', () => {
  const SEALED = DEFENSES.filter((id) => compose(id, PARTS).wire.suite !== 'none');

  test.each(SEALED)(
    'under %s a message that says it is unsealed is refused: suite-mismatch',
    async (defense) => {
      const chat = await openChat({
        defense,
        ...rewriting('bob', (frame) => ({ ...frame, suite: 'none', body: '{"text":"a lie"}' })),
      });
      const alice = await chat.join('alice');
      await chat.join('bob');
      alice.say(ROOM, 'hello');
      await chat.settle();
      expect([chat.refusals('bob'), chat.shown('bob')]).toEqual([['suite-mismatch'], []]);
      expect(chat.shown('alice')).toHaveLength(1); // the twin that the hook left alone
    },
  );

  test.each(SEALED)(
    'under %s an unsealed body under the true suite tag is refused by a layer',
    async (defense) => {
      const chat = await openChat({
        defense,
        ...rewriting('bob', (frame) => ({ ...frame, body: '{"text":"a lie"}' })),
      });
      const alice = await chat.join('alice');
      await chat.join('bob');
      alice.say(ROOM, 'hello');
      await chat.settle();
      expect(chat.shown('bob')).toEqual([]);
      expect(chat.refusals('bob')).toHaveLength(1);
      expect(chat.refusals('bob')).not.toContain('suite-mismatch');
    },
  );

  test.each(SEALED)(
    'a chat without a defense refuses a message sealed by %s, however well it is sealed',
    async (defense) => {
      const { suite } = compose(defense, PARTS).wire;
      const body = device(defense, 'alice').seal('hello', {}, START / 1000);
      const chat = await openChat(rewriting('bob', (frame) => ({ ...frame, suite, body })));
      const alice = await chat.join('alice');
      await chat.join('bob');
      alice.say(ROOM, 'hello');
      await chat.settle();
      expect([chat.refusals('bob'), chat.shown('bob')]).toEqual([['suite-mismatch'], []]);
    },
  );

  test('a chat with more parts refuses what fewer parts sealed', async () => {
    const body = device('fernet', 'alice').seal('hello', {}, START / 1000);
    const chat = await openChat({
      defense: 'fernet+signature',
      ...rewriting('bob', (frame) => ({ ...frame, suite: 'fernet', body })),
    });
    const alice = await chat.join('alice');
    await chat.join('bob');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect([chat.refusals('bob'), chat.shown('bob')]).toEqual([['suite-mismatch'], []]);
  });
});

describe('hostile frames toward a peer', () => {
  const HOSTILE = [
    'hello?',
    '[]',
    '{"v":1,"type":"reply","header":{"re":99,"to":"x"},"body":{"ok":false,"error":{"toString":1,"valueOf":1}}}',
    '{"v":1,"type":"reply","header":{"re":99,"to":"x"},"body":{"ok":false,"error":"__proto__"}}',
    '{"v":1,"type":"reply","header":{"re":99,"to":"x"},"body":{"ok":true,"salt":{"x":1}}}',
    '{"v":1,"type":"reply","header":{"re":1e999},"body":{"ok":true}}',
    '{"v":1,"type":"message","header":{"room":"lab","nick":{"toString":1},"seq":1,"sent":1},"suite":"none","body":"x"}',
    '{"v":1,"type":"message","header":{"room":"lab","nick":"alice","seq":"\\u0000","sent":{}},"suite":"none","body":"x"}',
    '{"v":1,"type":"message","header":{"room":"lab","nick":"alice","seq":1,"sent":1},"suite":"none","body":"not json"}',
    '{"v":1,"type":"message","header":{"room":"lab","nick":"alice","seq":1,"sent":1},"suite":"none","body":"{\\"text\\":{}}"}',
    '{"v":2,"type":"message","header":{"room":"lab","nick":"alice","seq":1,"sent":1},"suite":"none","body":"{\\"text\\":\\"x\\"}"}',
    '{"v":1,"type":"join","header":{"id":1,"room":"lab","nick":"alice"},"body":{}}',
    '['.repeat(50_000),
    '\u0000',
    '',
  ];

  test.each(['none', 'codec', 'encryption', 'mac', 'fernet', 'signature'])(
    'under %s none is shown and none crashes',
    async (defense) => {
      const chat = await openChat({ defense });
      const alice = await chat.join('alice');
      for (const bytes of HOSTILE) expect(chat.relay.inject('alice', bytes)).toBe(true);
      await chat.settle();
      expect(chat.shown('alice')).toEqual([]);
      expect(chat.refusals('alice').length).toBeGreaterThan(8);
      alice.say(ROOM, 'still here');
      await chat.settle();
      expect(chat.shown('alice').map(({ text }) => text)).toEqual(['still here']);
    },
  );

  test.each(['none', 'codec'])(
    'under %s a thousand random JSON texts toward both sides crash neither',
    async (defense) => {
      const chat = await openChat({ defense });
      const alice = await chat.join('alice');
      const eve = await chat.raw();
      const member = fc.constantFrom(
        'v',
        'type',
        'header',
        'body',
        'id',
        're',
        'to',
        'room',
        'nick',
        'seq',
        'suite',
        'ok',
        'error',
        'salt',
        '__proto__',
      );
      const value = fc.letrec((tie) => ({
        leaf: fc.oneof(
          fc.constantFrom('message', 'reply', 'join', 'lab', 'alice', 'none', '{"text":"x"}'),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
        ),
        node: fc.oneof(
          { maxDepth: 3 },
          tie('leaf'),
          fc.dictionary(member, tie('node'), { maxKeys: 6 }),
          fc.array(tie('node'), { maxLength: 2 }),
        ),
      })).node;
      for (const sample of fc.sample(value, 1000)) {
        const text = JSON.stringify(sample);
        chat.relay.inject('alice', text);
        eve.socket.send(text);
      }
      await chat.settle();
      expect(await alice.list()).toContain(ROOM);
      expect(({} as Record<string, unknown>).v).toBeUndefined();
    },
  );

  test('a message of another version is refused: bad-version', async () => {
    const chat = await openChat(rewriting('bob', (frame) => ({ ...frame, v: 2 })));
    const alice = await chat.join('alice');
    await chat.join('bob');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect([chat.refusals('bob'), chat.shown('alice').length]).toEqual([['bad-version'], 1]);
  });

  test.each([
    ['in the body as it crosses', '{"text":"\ud800"}', 'not-well-formed'],
    ['escaped inside the body', '{"text":"\\ud800"}', 'not-well-formed'],
    ['nowhere: U+FFFD itself is a character', '{"text":"\ufffd"}', null],
  ])('under none, a lone surrogate %s is not shown as U+FFFD', async (_, body, code) => {
    const chat = await openChat(rewriting('bob', (frame) => ({ ...frame, body })));
    const alice = await chat.join('alice');
    await chat.join('bob');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect(chat.refusals('bob')).toEqual(code === null ? [] : [code]);
    expect(chat.shown('bob')).toHaveLength(code === null ? 1 : 0);
  });

  test('a binary message is no frame, even of honest bytes', async () => {
    const chat = await openChat();
    await chat.join('alice');
    const [socket] = chat.relay.sockets;
    const honest = encodeFrame(frames.message('bob'));
    socket!.send(Buffer.from(honest));
    await chat.settle();
    expect([chat.refusals('alice'), chat.shown('alice').length]).toEqual([['malformed-frame'], 0]);
    socket!.send(honest);
    await chat.settle();
    expect([chat.refusals('alice'), chat.shown('alice').length]).toEqual([['malformed-frame'], 1]);
  });

  test('two malformed WebSocket bytes end its connection and crash nothing', async () => {
    const chat = await openChat();
    const alice = await chat.join('alice');
    const [socket] = chat.relay.sockets;
    const closed = new Promise((resolve) => alice.socket!.once('close', resolve));
    (socket as unknown as { _socket: import('node:net').Socket })._socket.write(Buffer.from([0x83, 0x00]));
    await closed;
    expect(alice.socket!.readyState).toBe(alice.socket!.CLOSED);
  });

  test('a server that is no relay is an error of connecting, not a crash', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', verifyClient: () => false });
    await once(server, 'listening');
    const chat = await openChat();
    const { port } = server.address() as import('node:net').AddressInfo;
    const peer = await chat.connect('alice');
    peer.close();
    await expect(peer.connect(`ws://127.0.0.1:${port}`)).rejects.toThrow(/401/);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('control frames', () => {
  const hearing = (hear: (control: Control) => unknown): Part => ({
    id: 'listener',
    title: 'a part that listens',
    protects: 'nothing',
    leavesOpen: 'everything',
    stage: 'time',
    layer: () => ({
      seal: (body) => body,
      open: (body) => ({ ok: true, body }),
      hear: hear as NonNullable<Layer['hear']>,
    }),
  });
  const frame = (part: string, body = 'news', room = ROOM): ControlFrame => ({
    ...frames.control('bob'),
    header: { id: 1, room, nick: 'bob', part },
    body,
  });

  test.each([
    ['its refusal with its own code', () => 'listener:no', ['listener:no']],
    ['its silence as consent', () => null, []],
    ['nothing at all as consent', () => undefined, []],
    [
      'a throw as a crash',
      () => {
        throw new Error('boom');
      },
      ['crashed-part'],
    ],
    ['an answer that is no code as a crash', () => ({ code: 'x' }), ['crashed-part']],
  ])('a part hears those that name it; the peer takes %s', async (_, answer, refused) => {
    const heard: Control[] = [];
    const part = hearing((control) => {
      heard.push(control);
      return answer();
    });
    const chat = await openChat({ defense: 'listener', parts: [part] });
    const alice = await chat.join('alice');
    for (const hostile of [
      frame('listener'),
      frame('another'),
      frame('listener', 'news', 'attic'),
      frame('__proto__'),
    ])
      chat.relay.inject('alice', encodeFrame(hostile));
    await chat.settle();
    expect(heard).toEqual([{ room: ROOM, nick: 'bob', body: 'news' }]);
    expect(chat.refusals('alice')).toEqual(refused);
    expect(await alice.list()).toEqual([ROOM]);
  });

  test('one with a lone surrogate is not heard', async () => {
    const heard: Control[] = [];
    const chat = await openChat({ defense: 'listener', parts: [hearing((control) => heard.push(control))] });
    await chat.join('alice');
    chat.relay.inject('alice', encodeFrame(frame('listener', '\ud800')));
    await chat.settle();
    expect([heard, chat.refusals('alice')]).toEqual([[], ['not-well-formed']]);
  });

  test('go to every open socket like a message, bytes untouched, and are shown to nobody', async () => {
    const chat = await openChat();
    await chat.join('alice');
    const bob = await chat.raw();
    await bob.send(frames.join('bob', 1));
    await bob.send(frames.control('bob', 2));
    const bytes = encodeFrame(frames.control('bob', 2));
    expect(chat.framesIn('alice').filter((frameIn) => frameIn === bytes)).toHaveLength(1);
    expect(bob.replies().at(-1)).toMatchObject({ header: { re: 2, to: 'control' }, body: { ok: true } });
    expect([chat.shown('alice'), chat.refusals('alice')]).toEqual([[], []]);
  });

  test('the storage of a part that has no device is its own: nothing leaks from one to another', () => {
    const stores = new Set([nowhere().store, nowhere().store]);
    expect(stores.size).toBe(2);
  });
});

describe('different passwords on both sides', () => {
  test.each([
    ['encryption', /^(not-utf8|malformed-body)$/],
    ['mac', /^bad-mac$/],
    ['fernet', /^bad-hmac$/],
    ['ttl', /^bad-hmac$/],
    ['encryption+mac', /^bad-mac$/],
    ['encryption+codec', /^(not-utf8|malformed-frame)$/],
    ['fernet+signature+codec', /^bad-hmac$/],
  ])(
    'under %s nobody reads the other, nobody crashes, and those of one password go on',
    async (defense, code) => {
      const chat = await openChat({ defense });
      const [alice, bob] = [await chat.join('alice'), await chat.join('bob', { group: 'another password' })];
      await chat.join('carol');
      for (let round = 0; round < 5; round++) {
        alice.say(ROOM, `from Alice ${round}`);
        bob.say(ROOM, `from Bob ${round}`);
      }
      await chat.settle();
      expect(chat.shown('bob').map(({ author }) => author)).toEqual(Array(5).fill('bob'));
      expect(chat.shown('carol').map(({ author }) => author)).toEqual(Array(5).fill('alice'));
      expect(chat.refusals('bob')).toHaveLength(5);
      for (const refusal of [...chat.refusals('bob'), ...chat.refusals('carol')])
        expect(refusal).toMatch(code);
    },
  );

  test('under none and signature there is no password to differ in', async () => {
    for (const defense of ['none', 'signature']) {
      const chat = await openChat({ defense });
      const alice = await chat.join('alice');
      await chat.join('bob', { group: 'another password' });
      alice.say(ROOM, 'hello');
      await chat.settle();
      expect(chat.shown('bob')).toHaveLength(1);
    }
  });
});
