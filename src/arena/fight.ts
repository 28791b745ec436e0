import { randomInt } from 'node:crypto';
import { reasonOf } from '../model/failure.js';
import type { EventOf, Trace } from '../model/trace.js';
import type { Bout } from './bout.js';
import { Trial } from './trial.js';

export type { Bout };

/**
 * Where the attack is on the password, the members have chosen one of eight: fresh for each trial and never from the
 * seed. A bout that says itself what they have chosen is taken at its word. Keys are derived before the watchdog looks
 * at the clock.
 */
async function withGuessablePassword(bout: Bout): Promise<Bout> {
  if (bout.attack?.property !== 'password' || bout.guessable) return bout;
  const candidates = (await bout.keysmith.dictionary?.()) ?? [];
  const chosen = candidates[candidates.length > 0 ? randomInt(candidates.length) : 0];
  return chosen
    ? { ...bout, keysmith: chosen.keysmith, guessable: { candidates, password: chosen.password } }
    : bout;
}

/** Real milliseconds without anything new in its trace after which the watchdog ends a trial. */
export const PATIENCE = 5000;
/** One in which something still happens is slow, for its machine has much else to do: it gets so many times as long. */
const STRETCH = 4;
/** The watchdog looks so often within its patience. A look that comes late counts once. */
const LOOKS = 50;

/**
 * Fights one bout on a fresh chat and answers its trace. Never rejects: what goes wrong in the machinery, in a
 * plugin or in time stands in the trace as a `fault`, and the referee rules on that.
 */
export async function fight(asked: Bout): Promise<Trace> {
  let trial: Trial;
  let bout = asked;
  try {
    bout = await withGuessablePassword(asked);
    trial = new Trial(bout);
  } catch (error) {
    return [stillborn(error)]; // a plugin's script that throws
  }
  const { late, end } = watch(trial.trace, bout);
  try {
    await Promise.race([trial.run(), late]);
  } catch (error) {
    trial.recorder.of('arena')({ kind: 'fault', what: reasonOf(error) });
  } finally {
    end();
    await trial.close();
  }
  return trial.trace;
}

/** `late` rejects when the trial has stood still, or gone on, for too long; it never resolves. */
function watch(
  trace: Trace,
  { patience = PATIENCE, moves }: Bout,
): { late: Promise<never>; end: () => void } {
  moves?.();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    let [looks, still, length] = [0, 0, 0];
    timer = setInterval(() => {
      looks++;
      still = trace.length === length ? still + 1 : 0;
      length = trace.length;
      if (still === 0) moves?.();
      const after = still === LOOKS ? patience : looks === STRETCH * LOOKS ? STRETCH * patience : null;
      if (after !== null) reject(new Error(`the watchdog ended the trial after ${after} ms`));
    }, patience / LOOKS);
  });
  return { late, end: () => clearInterval(timer) };
}

const stillborn = (error: unknown): EventOf<'fault'> => ({
  id: 'arena#1',
  who: 'arena',
  at: 0,
  kind: 'fault',
  what: reasonOf(error),
});
