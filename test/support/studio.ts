import { request } from 'node:http';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { createContainment } from '../../src/containment/containment.js';
import { DEFENSES, PARTS } from '../../src/defenses/index.js';
import { keysmith } from '../../src/defenses/keys.js';
import { assetsIn } from '../../src/studio/page.js';
import { openStudio } from '../../src/studio/server.js';
import type { Shelf } from '../../src/studio/shelf.js';

export const SHELF: Shelf = {
  attacks: ATTACKS,
  parts: PARTS,
  scenarios: SCENARIOS,
  grid: ATTACKS,
  defenses: DEFENSES,
};

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TestStudio {
  readonly port: number;
  readonly token: string;
  /** Exactly this request, and no header that was not asked for. */
  raw(path: string, asked?: Asked): Promise<Answered>;
  /** As the page asks. */
  ask(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** As the page asks, and the answer must be given. */
  answer<T>(path: string, body: unknown): Promise<T>;
  close(): Promise<void>;
}

/** The studio's server in this process, with the page that the build wrote. */
export async function openTestStudio(shelf: Shelf = SHELF, port = 0): Promise<TestStudio> {
  const containment = createContainment();
  const studio = await openStudio({
    shelf,
    port,
    assets: assetsIn(new URL('../../dist/pages/', import.meta.url)),
    ring: {
      keysmith: keysmith('a password for tests'),
      strangerKeysmith: keysmith('another password'),
      detonator: containment,
      containment: containment.tier.name,
      version: 'test',
    },
  }).catch(async (error) => {
    await containment.close();
    throw error;
  });
  const { port: own, token } = studio;
  const raw: TestStudio['raw'] = (path, asked) => rawRequest(own, path, asked);
  const ask: TestStudio['ask'] = (path, body, headers = {}) =>
    raw(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        host: `127.0.0.1:${own}`,
        origin: `http://127.0.0.1:${own}`,
        'content-type': 'application/json',
        'x-mallory-token': token,
        ...headers,
      },
    });
  return {
    port: own,
    token,
    raw,
    ask,
    answer: async (path, body) => {
      const { status, body: text } = await ask(path, body);
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
      return JSON.parse(text);
    },
    close: async () => {
      await studio.close();
      await containment.close();
    },
  };
}

function rawRequest(port: number, path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method, headers, setHost: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
