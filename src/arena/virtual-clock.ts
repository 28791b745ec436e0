import type { Clock } from '../model/clock.js';

interface Timer {
  readonly due: number;
  readonly job: () => void;
}

/** A clock that stands still until it is moved; timers fire in the order of their due times. */
export class VirtualClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now = (): number => this.#now;

  later = (delay: number, job: () => void): (() => void) => {
    const timer = { due: this.#now + delay, job };
    this.#timers.push(timer);
    this.#timers.sort((a, b) => a.due - b.due);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** When the next timer is due, or null. */
  get nextDue(): number | null {
    return this.#timers[0]?.due ?? null;
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
