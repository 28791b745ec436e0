import type { WebSocket } from 'ws';
import type { Clock } from '../model/clock.js';

/** Pings all connections every `period` seconds and names, at each beat, those that have not answered the last one. */
export class Heartbeat {
  readonly #unanswered = new Set<WebSocket>();

  /** It beats for as long as the clock runs. */
  constructor(
    clock: Clock,
    period: number,
    sockets: ReadonlySet<WebSocket>,
    beat: (silent: readonly WebSocket[]) => void,
  ) {
    clock.every(period * 1000, () => {
      beat([...this.#unanswered]);
      this.#unanswered.clear();
      for (const socket of sockets) this.#ping(socket);
    });
  }

  /** Who was pinged and has not answered yet. */
  get unanswered(): ReadonlySet<WebSocket> {
    return this.#unanswered;
  }

  #ping(socket: WebSocket): void {
    if (socket.readyState !== socket.OPEN) return;
    this.#unanswered.add(socket);
    const answered = (): void => {
      this.#unanswered.delete(socket);
      socket.off('pong', answered).off('close', answered);
    };
    socket.on('pong', answered).on('close', answered).ping();
  }
}
