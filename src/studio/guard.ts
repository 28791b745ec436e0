import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refused } from './refused.js';

/** 128 fresh bits for each start. */
export const freshToken = (): string => randomBytes(16).toString('base64url');

export const TOKEN_HEADER = 'x-mallory-token';

/** The names of this server, and nobody else's: a name that a stranger pointed at 127.0.0.1 is refused (DNS rebinding). */
const hostsOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

/** Throws Refused (403) unless the request names this server and, where it tells where it comes from, comes from its page. */
export function checkSource({ headers }: IncomingMessage, port: number, mayLackOrigin: boolean): void {
  const { host, origin } = headers;
  if (host === undefined || !hostsOf(port).includes(host))
    throw new Refused(403, 'not the host of this page');
  if (origin === undefined ? !mayLackOrigin : origin !== `http://${host}`)
    throw new Refused(403, 'not from this page');
}

/** Throws Refused (403) without the token of this start. The comparison takes the same time wherever they differ. */
export function checkToken({ headers }: IncomingMessage, token: string): void {
  const given = headers[TOKEN_HEADER];
  if (typeof given !== 'string' || !timingSafeEqual(digest(given), digest(token)))
    throw new Refused(403, 'not the token of this start');
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
