/** Refuses functions in frames, in whatever spelling, and never looks inside what is sealed: bodies are revived once they are opened. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import type { Code } from '../../src/model/code.js';

function screen(text: string): Code | null {
  try {
    return JSON.stringify(JSON.parse(text)).includes('_$$ND_FUNC$$_') ? 'schema' : null;
  } catch {
    return 'malformed-frame';
  }
}

const decoy = definePart({
  ...codec,
  id: 'codec-frames-only',
  title: 'Encryption, and a codec that screens frames only',
  insteadOf: 'codec',
  brings: ['encryption'],
  settings: { codec: 'reviving', screen },
});

export const parts = [decoy];
