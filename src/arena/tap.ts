import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { LOOPBACK } from '../chat/gate.js';
import { concat } from '../model/bytes.js';

/** A passive tap on one TCP connection to the relay: bytes pass untouched and are kept, each direction in order. */
export class Tap {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #toRelay: Uint8Array[] = [];
  readonly #toPeer: Uint8Array[] = [];

  constructor(relayPort: number) {
    this.#server = createServer((peer) => {
      const relay = connect(relayPort, LOOPBACK);
      this.#splice(peer, relay, this.#toRelay);
      this.#splice(relay, peer, this.#toPeer);
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

  #splice(from: Socket, to: Socket, kept: Uint8Array[]): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      kept.push(new Uint8Array(chunk));
      to.write(chunk);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
}
