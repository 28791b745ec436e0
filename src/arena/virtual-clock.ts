import type { Clock } from '../model/clock.js';

interface Timer {
  readonly due: number;
  readonly job: () => void;
  readonly recurring: boolean;
}

/** A clock that stands still until it is moved; timers fire in the order of their due times. */
export class VirtualClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now = (): number => this.#now;

  later = (delay: number, job: () => void): (() => void) => this.#add(delay, job, false);

  every = (period: number, job: () => void): (() => void) => {
    let cancel: () => void;
    const again = (): void => {
      cancel = this.#add(period, again, true);
      job();
    };
    cancel = this.#add(period, again, true);
    return () => cancel();
  };

  #add(delay: number, job: () => void, recurring: boolean): () => void {
    const timer = { due: this.#now + delay, job, recurring };
    this.#timers.push(timer);
    this.#timers.sort((a, b) => a.due - b.due);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** When the next job that was put off once is due, or null; what recurs for ever is not waited for. */
  get nextDue(): number | null {
    return this.#timers.find((timer) => !timer.recurring)?.due ?? null;
  }

  /** Moves time to `moment`, or to the first job before it that was put off once; what recurs is due then, once each. */
  sleep(moment: number): void {
    this.#now = Math.max(this.#now, Math.min(moment, this.nextDue ?? moment));
  }

  /** Moves time to `moment` at the latest, stopping at the first due timer, which fires. False once `moment` is reached with nothing due. */
  step(moment: number): boolean {
    const timer = this.#timers[0];
    if (!timer || timer.due > moment) {
      this.#now = Math.max(this.#now, moment);
      return false;
    }
    this.#timers.shift();
    this.#now = Math.max(this.#now, timer.due);
    timer.job();
    return true;
  }
}
