import type { Part } from '../model/defense.js';

/** The safe codec of `src/chat/strict.ts` in the place of the reviving one, for frames and bodies. */
export const codec: Part = {
  id: 'codec',
  title: 'Size limit, JSON, strict schema',
  protects: 'the programs, from code and surprises in what they decode',
  leavesOpen:
    'everything about the words: a well-formed lie passes, and so does a line break for a log that keeps them as text',
  stage: 'codec',
  settings: { codec: 'strict' },
};
