import { randomInt } from 'node:crypto';
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

/** Real milliseconds after which the watchdog ends a trial. */
const PATIENCE = 5000;
/**
 * The watchdog looks so often before it ends a trial. A look that comes late counts once: a machine that has much else
 * to do is slow, and no trial hangs because of it.
 */
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
  bout.begins?.();
  const patience = bout.patience ?? PATIENCE;
  let watchdog: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const why = `the watchdog ended the trial after ${patience} ms`;
    let looks = 0;
    watchdog = setInterval(() => ++looks === LOOKS && reject(new Error(why)), patience / LOOKS);
  });
  try {
    await Promise.race([trial.run(), late]);
  } catch (error) {
    trial.recorder.of('arena')({ kind: 'fault', what: wordsOf(error) });
  } finally {
    clearInterval(watchdog);
    await trial.close();
  }
  return trial.trace;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const stillborn = (error: unknown): EventOf<'fault'> => ({
  id: 'arena#1',
  who: 'arena',
  at: 0,
  kind: 'fault',
  what: wordsOf(error),
});
