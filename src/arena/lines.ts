import type { Said, SecretLine } from '../model/attack.js';
import type { Step } from '../model/scenario.js';
import { ROOM } from './bout.js';

type Line = Said & { readonly secret?: string };

/** The script's lines with their places among their author's messages. */
function linesOf(steps: readonly Step[]): Line[] {
  const counts = new Map<string, number>();
  return steps.flatMap((step) => {
    if (step.do !== 'say') return [];
    const seq = (counts.get(step.author) ?? 0) + 1;
    counts.set(step.author, seq);
    const line = { author: step.author, room: ROOM, seq, text: step.text };
    return [step.secret === undefined ? line : { ...line, secret: step.secret }];
  });
}

/** The lines whose words anybody can predict. */
export const predictable = (steps: readonly Step[]): Said[] =>
  linesOf(steps).filter((line) => line.secret === undefined);

/** What of the secret's line anybody can predict. */
export function secretLine(steps: readonly Step[]): SecretLine | null {
  const line = linesOf(steps).find((candidate) => candidate.secret !== undefined);
  if (!line?.secret) return null;
  const [before = '', after = ''] = line.text.split(line.secret);
  return { author: line.author, room: line.room, seq: line.seq, before, after, length: line.secret.length };
}
