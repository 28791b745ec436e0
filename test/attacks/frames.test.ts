import { describe, expect, test } from 'vitest';
import { type Edit, editing } from '../../attacks/network/frames.js';
import { parseStream } from '../support/rfc6455.js';

const MASK = Uint8Array.of(1, 2, 3, 4);
const REQUEST =
  'GET / HTTP/1.1\r\nHost: x\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\nUpgrade: websocket\r\n\r\n';
const RESPONSE = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n';

/** One frame by RFC 6455 §5.2, written independently of the attack. */
function frame(text: string, { masked = false, opcode = 1 } = {}): Buffer {
  const payload = Buffer.from(text);
  const bit = masked ? 0x80 : 0;
  const size =
    payload.length < 126
      ? [bit | payload.length]
      : payload.length < 65_536
        ? [bit | 126, payload.length >> 8, payload.length & 255]
        : [bit | 127, 0, 0, 0, 0, 0, payload.length >> 16, (payload.length >> 8) & 255, payload.length & 255];
  const body = masked ? payload.map((byte, at) => byte ^ MASK[at % 4]!) : payload;
  return Buffer.concat([Buffer.of(0x80 | opcode, ...size), masked ? MASK : Buffer.alloc(0), body]);
}

const run = (to: 'relay' | 'peer', edit: Edit, chunks: readonly Uint8Array[]): Buffer => {
  const pass = editing(to, edit, () => Uint8Array.of(9, 8, 7, 6));
  return Buffer.concat(chunks.map((chunk) => Buffer.from(pass(new Uint8Array(chunk)))));
};

const swap: Edit = (text) => (text === 'old' ? ['new'] : null);

describe('bytes that pass', () => {
  test('go on as they were where nothing is changed, but for the offer to compress', () => {
    const frames = Buffer.concat([frame('old', { masked: true }), frame('', { masked: true, opcode: 9 })]);
    const out = run('relay', () => null, [Buffer.concat([Buffer.from(REQUEST), frames])]);
    expect(out.toString('latin1')).not.toMatch(/extensions/i);
    expect(parseStream(out).head).toMatch(/^GET [\s\S]*Upgrade: websocket/);
    expect(out.subarray(-frames.length)).toEqual(frames);
  });

  test.each([1, 2, 7, 1000])('are the same in pieces of %i bytes', (size) => {
    const whole = Buffer.concat([Buffer.from(RESPONSE), frame('old'), frame('x'.repeat(200)), frame('old')]);
    const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
      whole.subarray(at * size, at * size + size),
    );
    const { messages, rest } = parseStream(run('peer', swap, pieces));
    expect(messages.map(({ text }) => text)).toEqual(['new', 'x'.repeat(200), 'new']);
    expect(rest).toBe(0);
  });

  test.each([0, 125, 126, 65_535, 65_536, 70_000])('are framed anew with %i bytes, both ways', (size) => {
    const long = 'y'.repeat(size);
    for (const to of ['relay', 'peer'] as const) {
      const masked = to === 'relay';
      const head = Buffer.from(masked ? REQUEST : RESPONSE);
      const { messages, rest } = parseStream(run(to, () => [long], [head, frame('old', { masked })]));
      expect(messages).toMatchObject([{ text: long, masked, compressed: false }]);
      expect(rest).toBe(0);
    }
  });

  test('may become several messages, or none', () => {
    const bytes = Buffer.concat([Buffer.from(RESPONSE), frame('old')]);
    const texts = (edit: Edit) => parseStream(run('peer', edit, [bytes])).messages.map(({ text }) => text);
    expect(texts(() => ['a', 'b'])).toEqual(['a', 'b']);
    expect(texts(() => [])).toEqual([]);
  });
});
