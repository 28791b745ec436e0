import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reasonOf } from '../model/failure.js';
import type { StudioTrial } from '../model/studio.js';
import { blotted } from '../report/trace-lines.js';
import { jsonIn } from './body.js';
import { exportsOf } from './exports.js';
import { checkSource, checkToken, freshToken } from './guard.js';
import { SAFE_HEADERS } from './headers.js';
import type { Asset } from './page.js';
import { fieldsIn, partsIn, questionIn } from './question.js';
import { Queue } from './queue.js';
import { Refused } from './refused.js';
import { catalogueOf, describeStack, type Shelf } from './shelf.js';
import { type Ring, Trials } from './trials.js';

const LOOPBACK = '127.0.0.1';
/** Trials that may wait for their turn. */
const QUEUE = 8;
const CONNECTIONS = 64;
/** Real milliseconds that a request may take to arrive. */
const PATIENCE_MS = 10_000;

export interface StudioOptions {
  readonly shelf: Shelf;
  readonly ring: Ring;
  readonly assets: ReadonlyMap<string, Asset>;
  /** 0: any that is free. */
  readonly port: number;
}

export interface Studio {
  readonly port: number;
  readonly token: string;
  /** Ends what is under way and lets go of the port. */
  close(): Promise<void>;
}

/** What may be asked, each by POST with the token; an answer is sent as JSON. */
type Answers = Readonly<Record<string, (body: unknown) => unknown>>;

/** Serves the page and its trials on loopback. Rejects as `listen` does where the port cannot be had. */
export async function openStudio({ shelf, ring, assets, port }: StudioOptions): Promise<Studio> {
  const token = freshToken();
  const queue = new Queue(QUEUE);
  const answers = answersOf(shelf, ring, queue);
  const server = createServer(
    { requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS },
    (request, response) => {
      serve(request, { answers, assets, token, port: portOf(server) })
        .catch(refusal)
        .then((answer) => send(response, answer));
    },
  );
  server.maxConnections = CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, LOOPBACK, resolve);
  });
  return {
    port: portOf(server),
    token,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, queue.close()]);
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function answersOf(shelf: Shelf, ring: Ring, queue: Queue): Answers {
  const trials = new Trials(shelf, ring);
  const catalogue = catalogueOf(shelf, ring.version);
  const fight = (body: unknown): ReturnType<Trials['fight']> => {
    const question = questionIn(body);
    return queue.run(() => trials.fight(question));
  };
  return {
    '/api/catalogue': (body) => {
      fieldsIn(body, []);
      return catalogue;
    },
    '/api/stack': (body) => describeStack(partsIn(body), shelf),
    /** A trial with its trace. */
    '/api/trial': async (body): Promise<StudioTrial> => {
      const cell = await fight(body);
      const { tactic = null, trace = null } = cell.decisive ?? {};
      const { seed } = questionIn(body);
      return {
        seed,
        result: cell.result,
        tactic: tactic && { id: tactic.id, does: tactic.does },
        trace: trace && blotted(trace),
        exports: exportsOf(cell, { seed, version: ring.version }),
      };
    },
    /** The verdict alone, for a column of many. */
    '/api/cell': async (body) => (await fight(body)).result,
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

interface Setting {
  readonly answers: Answers;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly token: string;
  readonly port: number;
}

/** Rejects with Refused. */
async function serve(request: IncomingMessage, { answers, assets, token, port }: Setting): Promise<Answer> {
  const path = (request.url ?? '').split('?', 1)[0]!;
  const asking = request.method === 'POST';
  // A browser tells no origin when somebody opens the page; whoever starts a trial must have one, and it is the page's.
  checkSource(request, port, !asking);
  if (!asking && request.method !== 'GET') throw new Refused(405, 'only GET and POST are served');
  const asset = assets.get(path);
  if (!asking && asset) return { status: 200, ...asset };
  const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
  if (!asking || !answer) throw new Refused(404, 'there is nothing here');
  checkToken(request, token);
  return json(200, await answer(await jsonIn(request)));
}

const json = (status: number, value: unknown): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

function refusal(error: unknown): Answer {
  if (error instanceof Refused) return json(error.status, { refused: error.message });
  return json(500, { refused: `the trial failed: ${reasonOf(error)}` });
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  // What is left of a refused body is not read.
  const end = status >= 400 ? { connection: 'close' } : {};
  response.writeHead(status, { ...SAFE_HEADERS, ...end, 'content-type': type }).end(body);
}
