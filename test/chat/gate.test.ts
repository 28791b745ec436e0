import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openChat } from '../support/chat.js';

/** The status line that a relay answers to an upgrade with these headers. */
async function statusOf(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(
    `GET / HTTP/1.1\r\n${lines.join('')}Upgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );
  const answer = await new Promise<string>((resolve, reject) =>
    socket.once('error', reject).once('data', (data) => resolve(data.toString())),
  );
  socket.destroy();
  return answer.slice(0, answer.indexOf('\r\n'));
}

const TAKEN = 'HTTP/1.1 101 Switching Protocols';
const REFUSED = 'HTTP/1.1 403 Forbidden';

describe('the gate, whatever the defense', () => {
  test.each([
    ['its own address', (port: string) => ({ Host: `127.0.0.1:${port}` }), TAKEN],
    ['its own name', (port: string) => ({ Host: `localhost:${port}` }), TAKEN],
    ['a tunnel’s port', () => ({ Host: '127.0.0.1:1' }), TAKEN],
    ['a name that was rebound to loopback', (port: string) => ({ Host: `evil.example:${port}` }), REFUSED],
    ['a name that begins like loopback', () => ({ Host: '127.0.0.1.evil.example' }), REFUSED],
    ['an empty name', () => ({ Host: '' }), REFUSED],
  ])('an upgrade to %s', async (_, headers, status) => {
    const { url } = await openChat();
    expect(await statusOf(url, headers(new URL(url).port))).toBe(status);
  });

  test.each([
    ['its own page', (port: string) => `http://127.0.0.1:${port}`, TAKEN],
    ['its own page by name', (port: string) => `http://localhost:${port}`, TAKEN],
    ['another site', () => 'https://evil.example', REFUSED],
    ['another server on loopback', () => 'http://127.0.0.1:1', REFUSED],
    ['a sandboxed page', () => 'null', REFUSED],
    ['a site that begins like loopback', (port: string) => `http://127.0.0.1:${port}.evil.example`, REFUSED],
  ])('an upgrade from %s', async (_, origin, status) => {
    const { url } = await openChat();
    const { port } = new URL(url);
    expect(await statusOf(url, { Host: `127.0.0.1:${port}`, Origin: origin(port) })).toBe(status);
  });

  test('every connection gets a challenge of its own', async () => {
    const { url } = await openChat();
    const challenge = async (): Promise<string> => {
      const { WebSocket } = await import('ws');
      const socket = new WebSocket(url);
      const text = await new Promise<string>((resolve) =>
        socket.once('upgrade', ({ headers }) => resolve(String(headers['mallory-challenge']))),
      );
      socket.on('error', () => {}).terminate();
      return text;
    };
    const [one, other] = [await challenge(), await challenge()];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toBe(other);
  });
});
