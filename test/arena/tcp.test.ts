import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { fight } from '../../src/arena/fight.js';
import { encodeFrame, readFrame } from '../../src/chat/wire.js';
import { eventsOf, type Trace } from '../../src/model/trace.js';
import { attackBy, type BoutOptions, bout, LARGE } from '../support/bouts.js';
import { frames } from '../support/chat.js';
import { parseStream, type WsMessage } from '../support/rfc6455.js';
import { tapLoopback } from '../support/tcp-tap.js';

const texts = (messages: readonly WsMessage[]): string[] => messages.map(({ text }) => text);

interface Witnessed {
  readonly trace: Trace;
  /** What crossed each connection, in the order of their opening: who it belongs to, and the messages of both directions. */
  readonly connections: readonly {
    who: string;
    labels: Set<string>;
    toRelay: readonly WsMessage[];
    toPeer: readonly WsMessage[];
  }[];
}

/** Fights a bout while an independent tap stands on every TCP connection of it. */
async function witnessed(options: BoutOptions): Promise<Witnessed> {
  const tap = await tapLoopback();
  let trace: Trace;
  try {
    trace = await fight(bout(options));
  } finally {
    await tap.remove();
  }
  const connections = tap.connections.map(({ toRelay, toPeer }, index) => {
    const [out, back] = [parseStream(Buffer.concat(toRelay)), parseStream(Buffer.concat(toPeer))];
    expect([out.head.startsWith('GET / HTTP/1.1'), back.head.startsWith('HTTP/1.1 101')]).toEqual([
      true,
      true,
    ]);
    expect([out.rest, back.rest]).toEqual([0, 0]);
    const join = out.messages.map(({ text }) => readFrame(text)).find((frame) => frame?.type === 'join');
    const nick = join?.type === 'join' ? join.header.nick : 'mallory';
    // Until it has joined, the relay knows a connection by the order of its coming.
    return {
      who: nick,
      labels: new Set([nick, `stranger-${index + 1}`]),
      toRelay: out.messages,
      toPeer: back.messages,
    };
  });
  return { trace, connections };
}

/** Holds the trace against the wire: four accounts of each connection, byte for byte and in order. */
function agrees({ trace, connections }: Witnessed): void {
  for (const { who, labels, toRelay, toPeer } of connections) {
    const sent = eventsOf(trace, 'frame-out').filter((event) => event.who === who);
    const taken = eventsOf(trace, 'frame-in').filter(
      (event) => event.who === 'relay' && labels.has(event.from!),
    );
    const given = trace.flatMap((event) => {
      if (event.kind === 'inject') return labels.has(event.to) ? [event.bytes] : [];
      // What is put off is sent when its time has come, and stands in the trace a second time, as `inject`.
      if (event.kind !== 'forward' || event.bytes === null || event.decision === 'delay') return [];
      return labels.has(event.to) ? [event.bytes] : [];
    });
    const got = eventsOf(trace, 'frame-in').filter((event) => event.who === who);
    expect(sent.map(({ bytes }) => bytes)).toEqual(texts(toRelay));
    expect(taken.map(({ bytes }) => bytes)).toEqual(texts(toRelay));
    expect(given).toEqual(texts(toPeer));
    expect(got.map(({ bytes }) => bytes)).toEqual(texts(toPeer));
    expect(toRelay.every(({ masked, binary }) => masked && !binary)).toBe(true);
    expect(toPeer.every(({ masked, binary }) => !masked && !binary)).toBe(true);
  }
  const traced = eventsOf(trace, 'frame-out').length;
  expect(connections.flatMap(({ toRelay }) => toRelay)).toHaveLength(traced);
}

const lie = encodeFrame({ ...frames.message('alice', 9), body: '{"text":"a lie"}' });

describe('taps the TCP stream independently and finds the frames that the trace reports, byte for byte', () => {
  test.each(['none', 'encryption', 'mac', 'fernet', 'ttl', 'signature', 'codec', 'fernet+signature+codec'])(
    'of an honest run under %s',
    async (defense) => {
      const seen = await witnessed({ defense });
      expect(seen.connections.map(({ who }) => who)).toEqual(['alice', 'bob', 'carol']);
      agrees(seen);
      const big = seen.connections
        .flatMap(({ toRelay, toPeer }) => [...toRelay, ...toPeer])
        .filter(({ text }) => text.length > 4000);
      expect(big).toHaveLength(4); // Alice's long story to the relay and to three members
      expect(big.every(({ compressed }) => compressed)).toBe(true);
    },
  );

  test('where the relay replaces, drops, delays and injects', async () => {
    const seen = await witnessed(
      attackBy('relay', ({ inject }) => ({
        begin: () => inject('carol', lie),
        forward: ({ to, from, bytes }) => {
          if (from === 'relay') return { do: 'forward' };
          if (to === 'alice') return { do: 'delay', seconds: 3 };
          if (to === 'carol') return { do: 'drop' };
          return [
            { do: 'replace', bytes: bytes.replace('Pay 100', 'Pay 900') },
            { do: 'inject', bytes: lie },
            { do: 'forward' },
          ];
        },
      })),
    );
    agrees(seen);
    const [alice, bob, carol] = seen.connections;
    expect(texts(carol!.toPeer).filter((text) => readFrame(text)?.type === 'message')).toEqual([lie]);
    expect(texts(bob!.toPeer).filter((text) => text.includes('Pay 900'))).toHaveLength(1);
    expect(texts(alice!.toPeer).filter((text) => readFrame(text)?.type === 'message')).toHaveLength(4);
  });

  test('where an outsider listens and sends', async () => {
    const seen = await witnessed({
      defense: 'mac',
      ...attackBy('outsider', ({ connect }) => {
        let send: (bytes: string) => void = () => {};
        return {
          begin: async () => {
            ({ send } = await connect());
          },
          end: () => {
            send(lie);
            send('not a frame at all');
            send(LARGE);
          },
        };
      }),
    });
    expect(seen.connections.map(({ who }) => who)).toEqual(['alice', 'bob', 'carol', 'mallory']);
    agrees(seen);
    expect(texts(seen.connections[3]!.toRelay)).toEqual([lie, 'not a frame at all', LARGE]);
    expect(seen.connections[3]!.toPeer.length).toBeGreaterThan(4);
  });

  test('where an insider joins under her own name', async () => {
    const seen = await witnessed({
      defense: 'fernet+signature',
      ...attackBy('insider', ({ connection, seal, nick }, { now }) => ({
        end: () => {
          const header = { room: 'lab', nick, seq: 1, sent: now() };
          connection.send(
            encodeFrame({
              ...frames.message(nick, 5),
              header: { ...header, id: 5 },
              suite: 'signature+fernet',
              body: seal(header, 'hello'),
            }),
          );
        },
      })),
    });
    agrees(seen);
    expect(eventsOf(seen.trace, 'accept').filter(({ author }) => author === 'mallory')).toHaveLength(3);
  });

  test('and a trace that lies in one byte is caught by the same comparison', async () => {
    const seen = await witnessed({});
    const lying = seen.trace.map((event) =>
      event.kind === 'frame-in' && event.who === 'bob'
        ? { ...event, bytes: event.bytes.replace('Thanks', 'thanks') }
        : event,
    );
    agrees(seen);
    expect(() => agrees({ ...seen, trace: lying })).toThrow();
  });
});

describe('the independent reader of WebSocket bytes', () => {
  const HEAD = 'GET / HTTP/1.1\r\n\r\n';
  const frame = (first: number, payload: Buffer): Buffer => {
    const size =
      payload.length < 126
        ? Buffer.from([payload.length])
        : Buffer.from([126, payload.length >> 8, payload.length & 255]);
    return Buffer.concat([Buffer.from([first]), size, payload]);
  };
  const parse = (...parts: Buffer[]) => parseStream(Buffer.concat([Buffer.from(HEAD), ...parts]));

  test('reads a masked text as RFC 6455 §5.7 prints it', () => {
    const hello = Buffer.from('818537fa213d7f9f4d5158', 'hex');
    expect(parse(hello).messages).toEqual([
      { text: 'Hello', binary: false, compressed: false, masked: true, fragments: 1 },
    ]);
  });

  test('puts fragments together across a ping between them, as §5.4 allows', () => {
    const stream = parse(
      frame(0x01, Buffer.from('Hel')),
      frame(0x89, Buffer.from('?')),
      frame(0x80, Buffer.from('lo')),
    );
    expect(stream.messages).toMatchObject([{ text: 'Hello', fragments: 2 }]);
    expect(stream.controls).toEqual([9]);
  });

  test('inflates as RFC 7692 §7.2.3 prints it, without and with the context of the message before', () => {
    const first = Buffer.from('f248cdc9c90700', 'hex');
    const again = Buffer.from('f200110000', 'hex');
    expect(texts(parse(frame(0xc1, first), frame(0xc1, again)).messages)).toEqual(['Hello', 'Hello']);
    expect(texts(parse(frame(0xc1, first), frame(0xc1, first)).messages)).toEqual(['Hello', 'Hello']);
    expect(texts(parse(frame(0x41, first.subarray(0, 3)), frame(0x80, first.subarray(3))).messages)).toEqual([
      'Hello',
    ]);
  });

  test('reads sixteen- and sixty-four-bit lengths', () => {
    const long = Buffer.alloc(70_000, 'x');
    const wide = Buffer.concat([Buffer.from([0x81, 127]), Buffer.from([0, 0, 0, 0, 0, 1, 0x11, 0x70]), long]);
    expect(parse(frame(0x81, Buffer.alloc(200, 'y')), wide).messages.map(({ text }) => text.length)).toEqual([
      200, 70_000,
    ]);
  });

  test('says how much of a frame is missing its end', () => {
    expect(parse(frame(0x81, Buffer.from('Hello')).subarray(0, 4)).rest).toBe(4);
    expect(parse(frame(0x81, Buffer.from('Hello'))).rest).toBe(0);
  });

  test.each([true, { serverNoContextTakeover: true, clientNoContextTakeover: true }, false])(
    'reads what a real server and client exchange (permessage-deflate: %j)',
    async (perMessageDeflate) => {
      const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate });
      await once(server, 'listening');
      const tap = await tapLoopback();
      onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
      server.on('connection', (socket) => socket.on('message', (data) => socket.send(`echo ${data}`)));
      const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
      await once(socket, 'open');
      const said = ['short', LARGE, LARGE, 'é'.repeat(40_000), ''];
      for (const text of said) socket.send(text);
      socket.send(LARGE.slice(0, 2000), { fin: false });
      socket.send(LARGE.slice(2000), { fin: true });
      const heard: string[] = [];
      await new Promise<void>((resolve) => {
        socket.on('message', (data) => heard.push(data.toString()) === said.length + 1 && resolve());
      });
      socket.terminate();
      await tap.remove();
      const [{ toRelay, toPeer }] = tap.connections as [{ toRelay: Buffer[]; toPeer: Buffer[] }];
      const [out, back] = [parseStream(Buffer.concat(toRelay)), parseStream(Buffer.concat(toPeer))];
      expect(texts(out.messages)).toEqual([...said, LARGE]);
      expect(texts(back.messages)).toEqual(heard);
      expect(out.messages.some(({ compressed }) => compressed)).toBe(perMessageDeflate !== false);
      expect(out.messages.at(-1)!.fragments).toBe(2);
    },
  );

  test('the compression of the vectors is Node’s own, too', () => {
    const flushed = deflateRawSync(Buffer.from('Hello'), { finishFlush: constants.Z_SYNC_FLUSH });
    expect(texts(parse(frame(0xc1, flushed.subarray(0, -4))).messages)).toEqual(['Hello']);
  });
});
