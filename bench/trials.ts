import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { SCENARIOS } from '../scenarios/index.js';
import { type Bout, fight } from '../src/arena/fight.js';
import { compose } from '../src/defenses/compose.js';
import { PARTS } from '../src/defenses/index.js';
import { keysmith } from '../src/defenses/keys.js';
import { eventsOf, type Trace } from '../src/model/trace.js';

/** One run of the same conversation both ways: trials per second of each, and the ratio. */
export interface TrialsRow {
  readonly trials: number;
  readonly floor: number;
  /** Trials of ours for each of the floor's: 1 would be a laboratory that costs nothing beside its sockets. */
  readonly ratio: number;
}

const ROUNDS = 15;
const RUNS = 30;

/** Fights honest trials on `none` and, round by round in turn, carries the same frames over bare `ws`. */
export async function benchTrials(): Promise<TrialsRow> {
  const [ours, others] = [keysmith('bench'), keysmith('stranger')];
  const bout: Bout = {
    stack: compose('none', PARTS),
    scenario: SCENARIOS[0]!,
    seed: 1,
    keysmith: ours,
    strangerKeysmith: others,
    detonator: { detonate: async () => ({ executed: false, why: 'no payload' }) },
  };
  const script = deliveriesOf(await fight(bout));
  const rates: [number, number][] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const pair: [number, number] = [await rate(() => fight(bout)), await rate(() => floor(script))];
    if (round > 0) rates.push(pair); // the first one warms up
  }
  const median = (pick: (pair: [number, number]) => number): number =>
    rates.map(pick).sort((a, b) => a - b)[Math.floor(rates.length / 2)]!;
  return { trials: median(([a]) => a), floor: median(([, b]) => b), ratio: median(([a, b]) => a / b) };
}

async function rate(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let index = 0; index < RUNS; index++) await run();
  return (RUNS * 1000) / (performance.now() - started);
}

/** What each client sent, in order, and what the relay sent on each of these frames to whom. */
interface Sent {
  readonly by: string;
  readonly bytes: string;
  readonly answers: readonly { readonly to: string; readonly bytes: string }[];
}

function deliveriesOf(trace: Trace): Sent[] {
  const forwards = eventsOf(trace, 'forward');
  const arrivals = eventsOf(trace, 'frame-in').filter(({ who }) => who === 'relay');
  return eventsOf(trace, 'frame-out').map(({ who, bytes }) => {
    const arrival = trace.indexOf(
      arrivals.find(
        (event) => event.bytes === bytes && (event.from === who || event.bytes.includes('join')),
      )!,
    );
    const next = arrivals.map((event) => trace.indexOf(event)).find((at) => at > arrival) ?? trace.length;
    const answers = forwards.filter((event) => trace.indexOf(event) > arrival && trace.indexOf(event) < next);
    return { by: who, bytes, answers: answers.map(({ to, bytes: answer }) => ({ to, bytes: answer ?? '' })) };
  });
}

/** The least that can carry these frames: one server, the same clients, the same bytes, ended alike. */
async function floor(script: readonly Sent[]): Promise<void> {
  const http = createServer();
  const server = new WebSocketServer({
    server: http,
    perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const clients = new Map<string, WebSocket>();
  const ends = new Map<string, WebSocket>();
  let step = 0;
  let awaited = 0;
  let arrived: () => void = () => {};
  for (const name of new Set(script.map(({ by }) => by))) {
    const end = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
    const client = new WebSocket(url);
    await new Promise<void>((resolve) => client.once('open', resolve));
    client.on('message', () => --awaited === 0 && arrived());
    clients.set(name, client);
    ends.set(name, await end);
    (await end).on('message', () => {
      for (const { to, bytes } of script[step]!.answers) ends.get(to)!.send(bytes);
    });
  }
  for (step = 0; step < script.length; step++) {
    const { by, bytes, answers } = script[step]!;
    awaited = answers.length;
    const all = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    clients.get(by)!.send(bytes);
    if (answers.length > 0) await all;
  }
  for (const socket of [...ends.values(), ...clients.values()]) socket.terminate();
  await new Promise<void>((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
}
