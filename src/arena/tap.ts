import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, TLSSocket } from 'node:tls';
import { LOOPBACK } from '../chat/gate.js';
import type { Passing } from '../model/attack.js';
import { concat } from '../model/bytes.js';
import type { Credentials } from '../model/defense.js';

/** What a tap does to the bytes beside keeping them. */
export interface TapOptions {
  /** What goes on in the place of the bytes that arrived; absent: they pass untouched. */
  pass?(passing: Passing): Uint8Array;
  /** What it answers the peer's TLS with, in the relay's place; null: it leaves TLS to the two ends. */
  certificate?(): Promise<Pick<Credentials, 'cert' | 'key'>> | null;
}

/** Stands on one TCP connection to the relay: bytes pass, changed where somebody changes them, and are kept as they arrived, each direction in order. */
export class Tap {
  readonly #server: Server;
  readonly #options: TapOptions;
  readonly #sockets = new Set<Duplex>();
  readonly #toRelay: Uint8Array[] = [];
  readonly #toPeer: Uint8Array[] = [];

  constructor(relayPort: number, options: TapOptions = {}) {
    this.#options = options;
    this.#server = createServer((peer) => {
      this.#keep(peer);
      this.#join(peer, relayPort).catch(() => peer.destroy());
    });
  }

  /** Starts listening and answers the address that the tapped peer must connect to; `scheme` is the relay's. */
  async listen(scheme = 'ws:'): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, LOOPBACK, resolve);
    });
    return `${scheme}//${LOOPBACK}:${(this.#server.address() as AddressInfo).port}`;
  }

  bytes(): { toRelay: Uint8Array; toPeer: Uint8Array } {
    return { toRelay: concat(...this.#toRelay), toPeer: concat(...this.#toPeer) };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #join(peer: Socket, relayPort: number): Promise<void> {
    const answer = await this.#options.certificate?.();
    const near = answer ? this.#keep(new TLSSocket(peer, { isServer: true, ...answer })) : peer;
    // Whoever stands between has no reason to verify the relay.
    const far = answer
      ? connectTls({ port: relayPort, host: LOOPBACK, rejectUnauthorized: false })
      : connect(relayPort, LOOPBACK);
    this.#splice(near, far, 'relay', this.#toRelay);
    this.#splice(this.#keep(far), near, 'peer', this.#toPeer);
  }

  #keep<T extends Duplex>(socket: T): T {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    return socket;
  }

  #splice(from: Socket, to: Socket, towards: Passing['to'], kept: Uint8Array[]): void {
    const pass = (bytes: Uint8Array): Uint8Array =>
      this.#options.pass?.({ to: towards, bytes: bytes.slice() }) ?? bytes;
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      const bytes = new Uint8Array(chunk);
      kept.push(bytes);
      to.write(pass(bytes));
    });
    from.on('close', () => to.destroy());
  }
}
