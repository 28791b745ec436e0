import type { WebSocket } from 'ws';
import { oneOf } from './ends.js';

/** What a barrier needs to know of a trial: the ends that may have frames under way, and how many were sent so far. */
export interface Traffic {
  clientEnds(): Iterable<WebSocket>;
  relayEnds(): Iterable<WebSocket>;
  sentByClients(): number;
  sentByRelay(): number;
  /** Resolves when no job (a detonation) is under way. */
  jobs(): Promise<unknown> | null;
}

/**
 * Waits until no frame is under way, without waiting for time: WebSocket pings beneath the forwarding hook. A pong
 * says that everything sent before its ping has been handled. First every client pings (the relay has then handled
 * all they sent), then the relay pings (the clients have then handled all it sent); if nobody answered with a new
 * frame meanwhile, nothing moves any more.
 */
export async function quiesce(traffic: Traffic): Promise<void> {
  for (;;) {
    const fromClients = traffic.sentByClients();
    await pingAll(traffic.clientEnds());
    const fromRelay = traffic.sentByRelay();
    await pingAll(traffic.relayEnds());
    const still = traffic.sentByClients() === fromClients && traffic.sentByRelay() === fromRelay;
    const jobs = traffic.jobs();
    if (jobs) await jobs;
    else if (still) return;
  }
}

const pingAll = async (sockets: Iterable<WebSocket>): Promise<void> => {
  await Promise.all([...sockets].map(ping));
};

/** One ping and its pong; a socket that closes meanwhile has nothing under way any more. */
async function ping(socket: WebSocket): Promise<void> {
  if (socket.readyState !== socket.OPEN) return;
  const answered = oneOf(socket, 'pong', 'close');
  socket.ping();
  await answered;
}
