/** The two ends of one connection, both of which lie in this process. */
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

/** Whether two sockets are the two ends of one TCP connection. `_socket` is where the library keeps it. */
export function isOtherEnd(client: WebSocket, server: WebSocket): boolean {
  const near: Socket | null = Reflect.get(client, '_socket');
  const far: Socket | null = Reflect.get(server, '_socket');
  return near?.localPort !== undefined && near.localPort === far?.remotePort;
}

/** The relay's end of a client's connection; undefined where it is gone. */
export const otherEndOf = (client: WebSocket, ends: Iterable<WebSocket>): WebSocket | undefined =>
  [...ends].find((end) => isOtherEnd(client, end));

/** Resolves at the first of these events. */
export const oneOf = (end: WebSocket, ...events: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      for (const event of events) end.off(event, done);
      resolve();
    };
    for (const event of events) end.on(event, done);
  });
