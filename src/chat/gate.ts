import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import type { Credentials } from '../model/defense.js';

/** Every server of the laboratory listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/** The response header that carries a connection's challenge: what proves a membership is fresh for each connection. */
export const CHALLENGE = 'mallory-challenge';

/** What loopback is called. */
const NAMES: readonly string[] = [LOOPBACK, 'localhost'];

export interface GateOptions {
  /** Bytes; absent: the library's own default, 100 MiB. */
  readonly maxPayload?: number;
  readonly noCompression?: boolean;
  /** With them the gate speaks TLS only. */
  readonly credentials?: Promise<Pick<Credentials, 'cert' | 'key'>>;
  /** A fresh challenge for a connection, as text. */
  challenge(): string;
  welcome(socket: WebSocket, challenge: string): void;
}

/** The relay's door: the HTTP server, what it asks of an upgrade, and how it reads WebSocket frames. */
export class Gate {
  readonly #options: GateOptions;
  #http: Server | null = null;
  #port = 0;
  readonly #websockets: WebSocketServer;
  readonly #challenges = new WeakMap<IncomingMessage, string>();

  constructor(options: GateOptions) {
    this.#options = options;
    this.#websockets = new WebSocketServer({ noServer: true, ...readingOf(options) });
    this.#websockets.on('headers', (headers, request) => {
      const challenge = options.challenge();
      this.#challenges.set(request, challenge);
      headers.push(`${CHALLENGE}: ${challenge}`);
    });
  }

  /** Starts listening on loopback and answers the address. */
  async listen(port = 0): Promise<string> {
    const credentials = await this.#options.credentials;
    const http = credentials ? createTlsServer({ ...credentials, minVersion: 'TLSv1.3' }) : createServer();
    this.#http = http;
    http.on('request', (_, response) => response.writeHead(426).end());
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject).listen(port, LOOPBACK, resolve);
    });
    this.#port = (http.address() as AddressInfo).port;
    return `${this.#options.credentials ? 'wss' : 'ws'}://${LOOPBACK}:${this.#port}`;
  }

  /** Stops listening, once all connections are ended. */
  async close(): Promise<void> {
    const http = this.#http;
    if (!http?.listening) return;
    await new Promise<void>((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (!this.#isOurs(request)) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    this.#websockets.handleUpgrade(request, socket, head, (websocket) =>
      this.#options.welcome(websocket, this.#challenges.get(request) ?? ''),
    );
  }

  /**
   * A page of another site may open a WebSocket to loopback from its visitor's browser (CWE-1385): browsers name the
   * page in Origin. And a foreign name may be made to resolve to loopback (DNS rebinding): that shows in Host, whose
   * port is another where the connection is led through a tunnel.
   */
  #isOurs({ headers: { host, origin } }: IncomingMessage): boolean {
    const origins = NAMES.flatMap((name) => [
      `http://${name}:${this.#port}`,
      `https://${name}:${this.#port}`,
    ]);
    const named = NAMES.includes(/^(.*?)(?::\d+)?$/.exec(host ?? '')?.[1] ?? '');
    return named && (origin === undefined || origins.includes(origin));
  }
}

/**
 * Both ends deflate messages from so many bytes on (RFC 7692): a deflated frame goes through a thread of its own at each
 * end, which costs more than a small one saves.
 */
export const DEFLATED_FROM = 4096;

/**
 * `none` is the chat as students meet it: compression on, no limit of its own. Without context takeover the library's
 * threshold holds, else it would deflate every frame, however small.
 */
const readingOf = ({ maxPayload, noCompression }: GateOptions): ServerOptions => ({
  ...(maxPayload === undefined ? {} : { maxPayload }),
  perMessageDeflate: noCompression
    ? false
    : { serverNoContextTakeover: true, clientNoContextTakeover: true, threshold: DEFLATED_FROM },
});
