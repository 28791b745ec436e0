import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { here, type Running, start } from './mallory.js';

/** The first line that the program prints. */
const addressOf = ({ child }: Running): Promise<URL> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk;
      if (text.includes('\n')) resolve(new URL(text.trim()));
    });
    child.once('close', () => reject(new Error(`it printed no address: ${text}`)));
  });

/** As the page asks. */
const ask = (address: URL, path: string, body: unknown): Promise<Response> =>
  fetch(new URL(path, address.origin), {
    method: 'POST',
    headers: {
      origin: address.origin,
      'content-type': 'application/json',
      'x-mallory-token': address.hash.replace('#token=', ''),
    },
    body: JSON.stringify(body),
  });

describe('mallory studio', () => {
  test.skipIf(process.platform === 'win32')(
    'prints one address, plays a trial there, and leaves nothing behind when it is interrupted',
    async () => {
      const run = start(['studio', '--lang', 'fr']);
      const address = await addressOf(run);
      expect(address.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?lang=fr#token=[\w-]{22}$/);
      expect((await fetch(address.origin)).status).toBe(200);
      const body = { attack: 'deserialization/server', parts: [], seed: 1 };
      const answer = await ask(address, '/api/cell', body);
      expect(await answer.json()).toMatchObject({ verdict: 'breached' });
      run.child.kill('SIGINT');
      expect(await run.ended).toMatchObject({ code: 130, stderr: '', left: [] });
      await expect(fetch(address.origin)).rejects.toThrow();
    },
  );

  test.skipIf(process.platform === 'win32')('ends at once though a trial is under way', async () => {
    const run = start(['studio']);
    const address = await addressOf(run);
    const answer = ask(address, '/api/cell', { attack: 'crypto/padding-oracle', parts: [], seed: 1 });
    const lost = expect(answer).rejects.toThrow();
    await ask(address, '/api/catalogue', {});
    run.child.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 143, stderr: '', left: [] });
    await lost;
  });

  describe('on a port that is taken', () => {
    const squatter = createServer();
    beforeAll(() => new Promise<void>((resolve) => void squatter.listen(0, '127.0.0.1', resolve)));
    afterAll(() => squatter.close());

    test('refuses in one line, with 3', async () => {
      const { port } = squatter.address() as AddressInfo;
      expect(await start(['studio', '--port', String(port)]).ended).toEqual({
        code: 3,
        stdout: '',
        stderr: `mallory: cannot listen on 127.0.0.1:${port}: the port is taken\n`,
        left: [],
      });
    });
  });

  test.each([
    [['--port', '65536'], 'the port "65536" is no whole number from 0 to 65535; did you mean 8080?'],
    [['--port', '-1'], 'the port "-1" is no whole number'],
    [['--lang', 'fra'], 'unknown language "fra"; did you mean "fr"? (valid: en, fr)'],
    [['--seed', '1'], 'unknown flag "--seed"'],
  ])('%j is what was typed wrong', async (args, says) => {
    const { code, stdout, stderr } = await here(['studio', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
