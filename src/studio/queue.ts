import { Refused } from './refused.js';

/** One job at a time, in the order asked; who comes while `limit` wait is refused. */
export class Queue {
  readonly #limit: number;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #closed = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Rejects with Refused where too many wait, or the studio closes before the job's turn. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.#limit) throw new Refused(429, 'too many trials are waiting');
    this.#waiting++;
    const turn = this.#last.then(() => {
      this.#waiting--;
      if (this.#closed) throw new Refused(503, 'the studio is closing');
      return job();
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Nothing begins any more; resolves when what had begun is over. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
  }
}
