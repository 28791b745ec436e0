import type { Adversary, Decision, Forwarding, Passing, Tactic, Volley } from '../model/attack.js';

/** The tactics that are played in one fight: those of a volley, or the one. */
export const formsOf = (tactic: Tactic | Volley): readonly Tactic[] =>
  'forms' in tactic ? tactic.forms : [tactic];

/** Adversaries that share a position and have their moments one after another; one alone is that one. */
export function inTurn(adversaries: readonly Adversary[]): Adversary {
  const [first, ...others] = adversaries;
  if (first && others.length === 0) return first;
  return {
    begin: async () => {
      for (const adversary of adversaries) await adversary.begin?.();
    },
    forward: (frame) => decided(adversaries, frame),
    pass: (passing) =>
      adversaries.reduce((bytes, one) => passedBy(one, { ...passing, bytes }), passing.bytes),
    end: async () => {
      for (const adversary of adversaries) await adversary.end?.();
    },
    guess: () => adversaries.flatMap((adversary) => adversary.guess?.() ?? []),
  };
}

const passedBy = (adversary: Adversary, passing: Passing): Uint8Array =>
  adversary.pass?.(passing) ?? passing.bytes;

/** What any of them does to a frame; it goes on as it is where none does anything, and once where several would have it. */
function decided(adversaries: readonly Adversary[], frame: Forwarding): readonly Decision[] {
  const all = adversaries.map((adversary) => [adversary.forward?.(frame) ?? FORWARD].flat());
  const deeds = all.filter((decisions) => decisions.some((decision) => decision.do !== 'forward')).flat();
  const once = deeds.findIndex((decision) => decision.do === 'forward');
  return deeds.length === 0
    ? [FORWARD]
    : deeds.filter((decision, at) => decision.do !== 'forward' || at === once);
}

const FORWARD: Decision = { do: 'forward' };
