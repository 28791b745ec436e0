import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StudioCatalogue, StudioStack, StudioTrial } from '../../src/model/studio.js';
import { catalogueOf } from '../../src/studio/shelf.js';
import { handles, leaked } from '../support/resources.js';
import { openTestStudio, SHELF, type TestStudio } from '../support/studio.js';

let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio();
});
afterAll(() => studio.close());

const REWRITE = { attack: 'rogue-server/rewrite', parts: [], seed: 1 };
const STARTS = ['/api/trial', '/api/cell'];
const own = (): string => `127.0.0.1:${studio.port}`;

describe('who may start a trial', () => {
  test.each(STARTS)('%s answers the page, by either of its names', async (path) => {
    expect((await studio.ask(path, REWRITE)).status).toBe(200);
    const host = `localhost:${studio.port}`;
    expect((await studio.ask(path, REWRITE, { host, origin: `http://${host}` })).status).toBe(200);
  });

  test.each([
    [
      'a name that points here (DNS rebinding)',
      { host: 'mallory.example:PORT', origin: 'http://mallory.example:PORT' },
    ],
    ['another port', { host: '127.0.0.1:1', origin: 'http://127.0.0.1:1' }],
    ['no port', { host: '127.0.0.1', origin: 'http://127.0.0.1' }],
    ['a foreign Origin', { origin: 'http://mallory.example' }],
    ['an opaque Origin', { origin: 'null' }],
    ['https', { origin: 'https://127.0.0.1:PORT' }],
    ['another port of this machine as Origin', { origin: 'http://127.0.0.1:1' }],
    ['the other name of this machine as Origin', { origin: 'http://localhost:PORT' }],
    ['an empty token', { 'x-mallory-token': '' }],
    ['a wrong token', { 'x-mallory-token': 'a'.repeat(22) }],
  ])('%s is refused with 403', async (_, headers) => {
    const named = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replaceAll('PORT', String(studio.port))]),
    );
    for (const path of [...STARTS, '/api/catalogue', '/api/stack'])
      expect({ path, status: (await studio.ask(path, REWRITE, named)).status }).toEqual({
        path,
        status: 403,
      });
  });

  test.each(['host', 'origin', 'x-mallory-token'])('a request without %s is refused', async (missing) => {
    const all: Record<string, string> = {
      host: own(),
      origin: `http://${own()}`,
      'content-type': 'application/json',
      'x-mallory-token': studio.token,
    };
    delete all[missing];
    const asked = { method: 'POST', body: JSON.stringify(REWRITE), headers: all };
    // Without a Host, node:http itself says 400.
    expect((await studio.raw('/api/trial', asked)).status).toBe(missing === 'host' ? 400 : 403);
  });

  test('a token of one start is worth nothing at the next', async () => {
    const other = await openTestStudio();
    expect(other.token).not.toBe(studio.token);
    expect(other.token).toMatch(/^[\w-]{22}$/);
    expect((await other.ask('/api/trial', REWRITE, { 'x-mallory-token': studio.token })).status).toBe(403);
    await other.close();
  });

  test('no GET starts anything', async () => {
    const { status } = await studio.raw('/api/trial', {
      headers: { host: own(), 'x-mallory-token': studio.token },
    });
    expect(status).toBe(404);
  });
});

describe('the page', () => {
  test.each(['/', '/?lang=fr', '/studio.js', '/studio.css', '/icon.svg'])(
    '%s is served without an Origin, and shut against all that is foreign',
    async (path) => {
      const { status, headers } = await studio.raw(path, { headers: { host: own() } });
      expect(status).toBe(200);
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
        ]),
      );
      expect(policy.join()).not.toMatch(/unsafe|\*|data:|https?:/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  test('holds no inline script and no inline style', async () => {
    const { body } = await studio.raw('/', { headers: { host: own() } });
    expect(body).toContain('<script src="/studio.js">');
    expect(body).not.toMatch(/<style| style=| on\w+=|<script>/);
  });

  test.each([{ host: 'mallory.example' }, { host: 'HOST', origin: 'http://mallory.example' }])(
    'is refused to %o',
    async (headers) => {
      const named = { ...headers, host: headers.host.replace('HOST', own()) };
      const { status, headers: answered } = await studio.raw('/', { headers: named });
      expect(status).toBe(403);
      expect(answered['content-security-policy']).toContain("default-src 'none'");
    },
  );

  test.each(['/nothing', '/../package.json', '/api/constructor', '/__proto__'])(
    '%s is not there',
    async (path) => {
      expect((await studio.raw(path, { headers: { host: own() } })).status).toBe(404);
      expect((await studio.ask(path, {})).status).toBe(404);
    },
  );
});

describe('what may be asked', () => {
  test.each([
    ['an unknown attack', { ...REWRITE, attack: 'rogue-server/nothing' }],
    ['an attack by a name of all objects', { ...REWRITE, attack: 'constructor' }],
    ['an unknown part', { ...REWRITE, parts: ['mack'] }],
    ['a stack in the place of a part', { ...REWRITE, parts: ['mac+fernet'] }],
    ['a senseless composition', { ...REWRITE, parts: ['fernet', 'encryption'] }],
    ['a seed that is no number', { ...REWRITE, seed: '1' }],
    ['a seed that is no whole number', { ...REWRITE, seed: 1.5 }],
    ['a negative seed', { ...REWRITE, seed: -1 }],
    ['a seed too large', { ...REWRITE, seed: 2 ** 32 }],
    ['parts that are no list', { ...REWRITE, parts: 'mac' }],
    ['a part that is no name', { ...REWRITE, parts: [{ id: 'mac' }] }],
    ['no attack', { parts: [], seed: 1 }],
    ['a further field', { ...REWRITE, patience: 1e9 }],
    ['a list', [REWRITE]],
    ['nothing', null],
  ])('%s is refused with 400', async (_, body) => {
    for (const path of STARTS) expect((await studio.ask(path, body)).status).toBe(400);
  });

  test('a body that is no JSON, of another type or too large is refused', async () => {
    const headers = {
      host: own(),
      origin: `http://${own()}`,
      'content-type': 'application/json',
      'x-mallory-token': studio.token,
    };
    const post = async (body: string, more = {}): Promise<number> =>
      (await studio.raw('/api/trial', { method: 'POST', body, headers: { ...headers, ...more } })).status;
    expect(await post('{')).toBe(400);
    expect(await post('x=1', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    expect(await post(JSON.stringify({ ...REWRITE, attack: 'a'.repeat(9000) }))).toBe(413);
    expect((await studio.raw('/', { method: 'PUT', headers })).status).toBe(405);
  });

  test('the catalogue lists what was loaded, and nothing more', async () => {
    const { attacks, parts, scenarios } = await studio.answer<StudioCatalogue>('/api/catalogue', {});
    expect(attacks.map(({ id }) => id)).toEqual(SHELF.attacks.map(({ id }) => id));
    expect(attacks.filter(({ grid }) => grid).map(({ id }) => id)).toEqual(SHELF.grid.map(({ id }) => id));
    expect(parts.map(({ id }) => id)).toEqual(SHELF.parts.map(({ id }) => id));
    expect(scenarios.map(({ id }) => id)).toEqual(SHELF.scenarios.map(({ id }) => id));
  });

  test('a lesson comes with every hint, and with no verdict of the cells that it points to', async () => {
    const { scenarios } = await studio.answer<StudioCatalogue>('/api/catalogue', {});
    for (const { id, teaches } of scenarios) {
      const { notice, questions, reading } = SHELF.scenarios.find((scenario) => scenario.id === id)!.teaches!;
      expect(teaches).toEqual({
        notice,
        questions: questions.map(({ asks, hints, cells }) => ({
          asks,
          hints,
          cells: cells.map(([attack, defense]) => ({ attack, defense })),
        })),
        reading,
      });
    }
    const { teaches: _, ...plain } = SHELF.scenarios[0]!;
    expect(catalogueOf({ ...SHELF, scenarios: [plain] }, 'test').scenarios[0]!.teaches).toBeNull();
  });

  test('a stack says what it brings along, and what would not compose with it and why', async () => {
    const ttl = await studio.answer<StudioStack>('/api/stack', { parts: ['ttl'] });
    expect(ttl).toMatchObject({ id: 'ttl', refused: null });
    expect(ttl.parts).toContain('fernet');
    expect(ttl.refusals.encryption).toMatch(
      /^encryption and fernet do not compose \(.*\): both encrypt the body/,
    );
    expect(ttl.refusals).not.toHaveProperty('signature');
    const senseless = await studio.answer<StudioStack>('/api/stack', { parts: ['fernet', 'encryption'] });
    expect(senseless.refused).toContain('do not compose');
  });
});

describe('a trial', () => {
  test('carries its result, its tactic, its trace and what can be taken away', async () => {
    const trial = await studio.answer<StudioTrial>('/api/trial', REWRITE);
    expect(trial.result).toMatchObject({ verdict: 'breached', code: null, part: null, defense: 'none' });
    expect(trial.tactic!.id).toBe(trial.result.tactic);
    const ids = trial.trace!.map(({ id }) => id);
    for (const id of trial.result.evidence) expect(ids).toContain(id);
    const text = Object.fromEntries(
      trial.exports.filter(({ lang }) => lang !== 'fr').map((each) => [each.extension, each.text]),
    );
    const lines = text.ndjson!.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(ids);
    expect(text.mmd).toMatch(/^sequenceDiagram\n/);
  });

  test('tells no secret that nobody guessed, in no form', async () => {
    const { trace, exports } = await studio.answer<StudioTrial>('/api/trial', REWRITE);
    const secrets = trace!.flatMap((event) => (event.kind === 'send' && event.secret) || []);
    expect(secrets).toEqual([expect.stringMatching(/^\*{32}$/)]);
    const said = trace!.find((event) => event.kind === 'send' && event.secret !== undefined);
    expect(said).toMatchObject({ text: 'Thanks. The door code is ********************************.' });
    for (const { text } of exports) expect(text).not.toMatch(/door code is [0-9a-f]{32}/);
  });

  test('shows the secret that was guessed', async () => {
    const { result, trace } = await studio.answer<StudioTrial>('/api/trial', {
      ...REWRITE,
      attack: 'rogue-server/store',
    });
    expect(result.verdict).toBe('breached');
    expect(JSON.stringify(trace)).toMatch(/door code is [0-9a-f]{32}/);
  });

  test('is fought anew each time', async () => {
    const codes = await Promise.all(
      [1, 2].map(async () => {
        const { trace } = await studio.answer<StudioTrial>('/api/trial', {
          ...REWRITE,
          attack: 'rogue-server/store',
        });
        return /door code is ([0-9a-f]{32})/.exec(JSON.stringify(trace))![1];
      }),
    );
    expect(codes[0]).not.toBe(codes[1]);
  });

  test('where nothing is to be fought says so, without a trace', async () => {
    const trial = await studio.answer<StudioTrial>('/api/trial', {
      ...REWRITE,
      attack: 'crypto/padding-oracle',
    });
    expect(trial).toMatchObject({ result: { verdict: 'not-applicable' }, trace: null, exports: [] });
  });
});

describe('a crowd', () => {
  test('waits in a queue of eight; whoever comes after is told so', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await studio.ask('/api/cell', REWRITE)).status),
    );
    const served = statuses.filter((status) => status === 200).length;
    expect(statuses.filter((status) => status === 429)).toHaveLength(20 - served);
    expect(served).toBeGreaterThanOrEqual(8);
    expect(served).toBeLessThan(20);
    expect((await studio.ask('/api/cell', REWRITE)).status).toBe(200);
  });
});

describe('the end', () => {
  test('lets go of the port and leaves no socket and no timer, though trials wait', async () => {
    const before = handles();
    const own = await openTestStudio();
    expect((await own.ask('/api/cell', REWRITE)).status).toBe(200);
    const under = Array.from({ length: 4 }, () => own.ask('/api/cell', REWRITE).catch(() => 'cut off'));
    await new Promise((resolve) => setImmediate(resolve));
    await own.close();
    await Promise.all(under);
    // The kernel takes a moment to tell of the victim process that was ended.
    for (const end = performance.now() + 5000; performance.now() < end; )
      if (Object.keys(leaked(before)).length > 0) await new Promise((resolve) => setImmediate(resolve));
      else break;
    expect(leaked(before)).toEqual({});
    const again = await openTestStudio(SHELF, own.port);
    expect(again.port).toBe(own.port);
    await again.close();
  });

  test('a port that is taken is refused, not shared', async () => {
    await expect(openTestStudio(SHELF, studio.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
