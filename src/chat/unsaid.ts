import type { Code } from '../model/code.js';

/** A text was not said, and nothing was sent; `code` is the reason. */
export class Unsaid extends Error {
  constructor(
    readonly code: Code,
    why: string,
  ) {
    super(`${why}; nothing was sent`);
  }
}
