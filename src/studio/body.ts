import type { IncomingMessage } from 'node:http';
import { Refused } from './refused.js';

/** Bytes; the longest question is far below. */
const LARGEST = 8192;

/** The JSON of a request. Throws Refused: 415 for another type, 413 beyond the limit, 400 for what is no JSON. */
export async function jsonIn(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? ''))
    throw new Refused(415, 'the body must be application/json');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LARGEST) throw new Refused(413, 'the body is too large');
    chunks.push(chunk as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new Refused(400, 'the body is no JSON');
  }
}
