import type { Code } from '../model/code.js';
import { isCode } from '../model/code.js';
import type { ReplyBody, ReplyFrame, Request } from './wire.js';

/** The relay refused a request; `code` is its typed answer. */
export class RefusedByRelay extends Error {
  constructor(readonly code: string) {
    super(`the relay refused: ${code}`);
  }
}

/** What this connection has asked the relay and not yet heard of. */
export class Requests {
  readonly #waiting = new Map<number, (reply: ReplyBody | null) => void>();
  #last = 0;

  /** Whether an answer of the relay is still to come. */
  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** A number for the next frame of this connection, from 1. */
  next(): number {
    return ++this.#last;
  }

  /** Sends a request and resolves with its answer. Throws RefusedByRelay, and Error where the connection closes first. */
  async ask(
    request: (id: number) => Request,
    send: (request: Request) => void,
  ): Promise<Extract<ReplyBody, { ok: true }>> {
    const id = this.next();
    const reply = await new Promise<ReplyBody | null>((resolve) => {
      this.#waiting.set(id, resolve);
      send(request(id));
    });
    if (!reply) throw new Error('the connection closed before the relay answered');
    if (!reply.ok) throw new RefusedByRelay(reply.error);
    return reply;
  }

  /** Takes an answer; a code where it refuses a frame that nobody waits for, such as a message. */
  answered({ header, body }: ReplyFrame): Code | null {
    const waiting = this.#waiting.get(header.re);
    this.#waiting.delete(header.re);
    if (waiting) waiting(body);
    if (waiting || body.ok) return null;
    return isCode(body.error) ? body.error : 'malformed-frame';
  }

  /** Nobody will answer any more. */
  abandon(): void {
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }
}
