import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { quiesce } from '../../src/arena/barrier.js';

/** A server and clients that throw a ball to each other a number of times; both count what they send. */
async function players(clients: number, serverOptions = {}) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', ...serverOptions });
  await once(server, 'listening');
  const sent = { clients: 0, relay: 0 };
  const ends: WebSocket[] = [];
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const left = Number(data.toString().split(' ')[0]);
      if (left > 0) for (const other of server.clients) throwBall(other, left - 1, 'relay');
    });
  });
  const throwBall = (socket: WebSocket, left: number, who: 'clients' | 'relay'): void => {
    sent[who]++;
    socket.send(`${left} ${'x'.repeat(left % 2 === 0 ? 0 : 20_000)}`);
  };
  for (let index = 0; index < clients; index++) {
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    ends.push(socket);
    await once(socket, 'open');
  }
  // Only the first client answers, else the balls would multiply.
  ends[0]!.on('message', (data) => {
    const left = Number(data.toString().split(' ')[0]);
    if (left > 0) throwBall(ends[0]!, left - 1, 'clients');
  });
  onTestFinished(async () => {
    for (const socket of ends) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
  });
  const traffic = {
    clientEnds: () => ends,
    relayEnds: () => server.clients,
    sentByClients: () => sent.clients,
    sentByRelay: () => sent.relay,
    jobs: (): Promise<unknown> | null => null,
  };
  return { traffic, sent, ends, server, serve: (left: number) => throwBall(ends[0]!, left, 'clients') };
}

describe('a barrier', () => {
  test('waits for a frame that triggers a frame that triggers a frame, to the last one', async () => {
    const { traffic, sent, serve } = await players(3);
    serve(99);
    await quiesce(traffic);
    expect(sent).toEqual({ clients: 50, relay: 150 });
  });

  test('waits where frames are compressed, and arrive later than the pings would without them', async () => {
    const { traffic, sent, serve } = await players(2, { perMessageDeflate: true });
    serve(49);
    await quiesce(traffic);
    expect(sent).toEqual({ clients: 25, relay: 50 });
  });

  test('one round of pings would have been too early: that is why it goes on until nothing moved', async () => {
    const { traffic, sent, serve } = await players(3);
    serve(99);
    let rounds = 0;
    const clientEnds = () => {
      rounds++;
      return traffic.clientEnds();
    };
    await quiesce({ ...traffic, clientEnds });
    expect(rounds).toBeGreaterThan(2);
    expect(sent.clients).toBe(50);
  });

  test('is through at once where nothing is under way, and where nobody is connected', async () => {
    const { traffic, sent } = await players(2);
    await quiesce(traffic);
    await quiesce({ ...traffic, clientEnds: () => [], relayEnds: () => [] });
    expect(sent).toEqual({ clients: 0, relay: 0 });
  });

  test('waits for a job, and for the frame that the job sends when it is done', async () => {
    const { traffic, sent, serve } = await players(2);
    let finish = (): void => {};
    let job: Promise<void> | null = new Promise<void>((resolve) => {
      finish = resolve;
    }).then(() => {
      job = null;
      serve(9);
    });
    let quiet = false;
    let asked = 0;
    const jobs = () => {
      asked++;
      return job;
    };
    const quiesced = quiesce({ ...traffic, jobs }).then(() => {
      quiet = true;
    });
    await expect.poll(() => asked).toBe(1); // the pings of the first round are over
    await new Promise((resolve) => setImmediate(resolve));
    expect(quiet).toBe(false);
    finish();
    await quiesced;
    expect(sent.clients).toBe(5);
  });

  test('does not wait for a connection that closes meanwhile', async () => {
    const { traffic, ends, server } = await players(2);
    const [silent] = ends;
    silent!.pause();
    const quiesced = quiesce(traffic);
    for (const socket of server.clients) socket.terminate();
    silent!.resume();
    await quiesced;
    expect(ends.every((socket) => socket.readyState >= socket.CLOSING)).toBe(true);
  });
});
