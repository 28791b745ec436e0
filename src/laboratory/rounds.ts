import type { Tactic, Volley } from '../model/attack.js';

/** A tactic that sets clocks has a chat of its own. */
const goesTogether = ({ together, skews }: Tactic): boolean => together === true && skews === undefined;

/**
 * What is fought one after another: the first alone, for it shows best what the attack is; then those that go together,
 * in one fight; then each other one.
 */
export function inRounds([first, ...others]: readonly Tactic[]): readonly (readonly Tactic[])[] {
  const volley = others.filter(goesTogether);
  const alone = others.filter((tactic) => !goesTogether(tactic));
  const rounds = [...(first ? [[first]] : []), volley, ...alone.map((tactic) => [tactic])];
  return rounds.filter((round) => round.length > 0);
}

/** The tactics in one fight; honest people do what they do under any of them. */
export function volleyOf(forms: readonly Tactic[]): Volley {
  const meanwhile = forms.flatMap((form) => form.meanwhile ?? []);
  return {
    id: forms.map(({ id }) => id).join('+'),
    does: forms.map(({ does }) => does).join('; '),
    probe: forms.every(({ probe }) => probe),
    ...(meanwhile.length > 0 ? { meanwhile } : {}),
    forms,
  };
}
