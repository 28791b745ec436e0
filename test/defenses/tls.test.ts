import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { fight } from '../../src/arena/fight.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { tls } from '../../src/defenses/tls.js';
import { eventsOf } from '../../src/model/trace.js';
import { judgeBenign } from '../../src/referee/controls.js';
import { bout } from '../support/bouts.js';

const issue = tls.settings!.tls!.issue;

/** What a client gets that connects to a server with the certificate of `host`: the protocol, or the error's code. */
async function shaking(host: string, options: ConnectionOptions): Promise<string> {
  const { cert, key } = await issue(host);
  const server = createServer({ cert, key, minVersion: 'TLSv1.3' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', ...options }, () => {
      resolve(socket.getProtocol() ?? '');
      socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

test('a certificate of the authority for this address is taken', async () => {
  const { authority } = await issue('127.0.0.1');
  expect(await shaking('127.0.0.1', { ca: authority })).toBe('TLSv1.3');
});

test('one of the same authority for another name is refused', async () => {
  const { authority } = await issue('127.0.0.1');
  expect(await shaking('relay.example', { ca: authority })).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
});

test('one of an authority that the client does not know is refused', async () => {
  expect(await shaking('127.0.0.1', {})).toMatch(/UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED/);
});

test('each relay’s certificate is written once', async () => {
  expect(await issue('127.0.0.1')).toBe(await issue('127.0.0.1'));
  expect((await issue('127.0.0.1')).key).not.toBe((await issue('relay.example')).key);
});

test.each(['tls', 'tls-unverified', 'ttl+tls+limits'])(
  'under %s an honest chat goes on as ever',
  async (id) => {
    const stack = compose(id, PARTS);
    expect(judgeBenign(await fight({ ...bout(), stack })).because).toBe(
      'every message was delivered once, in order; nothing was refused',
    );
  },
);

test('a peer that verifies does not join a relay with another’s certificate', async () => {
  const stack = compose('tls', PARTS);
  const wrong = { ...stack.settings.tls!, issue: () => issue('relay.example') };
  const trace = await fight({ ...bout(), stack: { ...stack, settings: { ...stack.settings, tls: wrong } } });
  expect(eventsOf(trace, 'fault')).toEqual([]);
  expect(eventsOf(trace, 'join')).toEqual([]);
  expect(eventsOf(trace, 'reject').map(({ code }) => code)).toEqual(Array(3).fill('bad-certificate'));
  expect(eventsOf(trace, 'tls-in').map(({ bytes }) => bytes)).toEqual(
    Array(3).fill('ERR_TLS_CERT_ALTNAME_INVALID'),
  );
  expect(judgeBenign(trace).outcome).toBe('failed');
  const careless = { ...wrong, verifies: 'chain' as const };
  const joined = await fight({
    ...bout(),
    stack: { ...stack, settings: { ...stack.settings, tls: careless } },
  });
  expect(eventsOf(joined, 'join')).toHaveLength(3);
});
