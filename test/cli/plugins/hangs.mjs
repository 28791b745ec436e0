/** Attacks that never come back: in a loop, in a promise, in a lock. */
import { attack } from './attack.mjs';

export const attacks = [
  attack('spins', () => ({
    begin: () => {
      for (;;);
    },
  })),
  attack('waits', () => ({ begin: () => new Promise(() => {}) })),
  attack('sleeps', () => ({
    begin: () => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
  })),
];
