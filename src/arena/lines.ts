import type { Said, SecretLine } from '../model/attack.js';
import type { Step } from '../model/scenario.js';
import { ROOM } from './bout.js';

type Line = Said & { readonly secret?: string; readonly unforeseen: boolean };

/** The script's lines with their places among their author's messages. */
function linesOf(steps: readonly Step[]): Line[] {
  const counts = new Map<string, number>();
  return steps.flatMap((step) => {
    if (step.do !== 'say') return [];
    const { author, text, room = ROOM, unforeseen = false, secret } = step;
    const place = JSON.stringify([author, room]);
    const seq = (counts.get(place) ?? 0) + 1;
    counts.set(place, seq);
    const line = { author, room, seq, text, unforeseen };
    return [secret === undefined ? line : { ...line, secret }];
  });
}

/** The lines whose words anybody can predict. */
export const predictable = (steps: readonly Step[]): Said[] =>
  linesOf(steps).flatMap(({ secret, unforeseen, ...line }) =>
    secret === undefined && !unforeseen ? [line] : [],
  );

/** The rooms of a script, its own first. */
export const roomsOf = (steps: readonly Step[]): string[] => [
  ...new Set([ROOM, ...steps.flatMap((step) => ('room' in step && step.room ? step.room : []))]),
];

/** What of the secret's line anybody can predict. */
export function secretLine(steps: readonly Step[]): SecretLine | null {
  const line = linesOf(steps).find((candidate) => candidate.secret !== undefined);
  if (!line?.secret) return null;
  const [before = '', after = ''] = line.text.split(line.secret);
  return { author: line.author, room: line.room, seq: line.seq, before, after, length: line.secret.length };
}
