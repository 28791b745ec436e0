/**
 * An independent tap: every TCP connection that a client opens to loopback while it is in place is led through a proxy
 * of the test's own, which keeps the bytes of both directions. It knows nothing of the chat or of WebSockets.
 */
import { type AddressInfo, createServer, type Server, Socket } from 'node:net';

export interface TappedConnection {
  readonly toRelay: Buffer[];
  readonly toPeer: Buffer[];
}

export interface TcpTap {
  /** In the order of their opening. */
  readonly connections: readonly TappedConnection[];
  /** Gives connecting back to Node and ends what is open. */
  remove(): Promise<void>;
}

type Connect = (this: Socket, ...args: unknown[]) => Socket;

/** Puts the tap in place. */
export async function tapLoopback(): Promise<TcpTap> {
  const connections: TappedConnection[] = [];
  const open = new Set<Socket>();
  const targets: number[] = [];
  const original = Socket.prototype.connect as Connect;
  const proxy: Server = createServer((client) => {
    const direct = new Socket();
    const server = original.call(direct, { port: targets.shift()!, host: '127.0.0.1' });
    const kept: TappedConnection = { toRelay: [], toPeer: [] };
    connections.push(kept);
    splice(client, server, kept.toRelay);
    splice(server, client, kept.toPeer);
    for (const socket of [client, server]) open.add(socket.setNoDelay(true));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const detour: Connect = function (...args) {
    const [options, done] = (Array.isArray(args[0]) ? args[0] : args) as [{ port?: number }, unknown];
    targets.push(Number(options.port));
    return original.call(this, { ...options, port }, done);
  };
  Socket.prototype.connect = detour as typeof Socket.prototype.connect;
  return {
    connections,
    remove: async () => {
      Socket.prototype.connect = original as typeof Socket.prototype.connect;
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

function splice(from: Socket, to: Socket, kept: Buffer[]): void {
  from.on('data', (chunk) => {
    kept.push(Buffer.from(chunk));
    to.write(chunk);
  });
  from.on('error', () => to.destroy());
  from.on('close', () => to.destroy());
}
