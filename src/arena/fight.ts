import { randomInt } from 'node:crypto';
import type { Trace } from '../model/trace.js';
import type { Bout } from './bout.js';

export type { Bout };

import { Trial } from './trial.js';

/**
 * Where the attack is on the password, the members have chosen one of eight: fresh for each trial and never from the
 * seed. Keys are derived before the watchdog looks at the clock.
 */
async function withGuessablePassword(bout: Bout): Promise<Bout> {
  if (bout.attack?.property !== 'password') return bout;
  const candidates = (await bout.keysmith.dictionary?.()) ?? [];
  const chosen = candidates[candidates.length > 0 ? randomInt(candidates.length) : 0];
  return chosen
    ? { ...bout, keysmith: chosen.keysmith, guessable: { candidates, password: chosen.password } }
    : bout;
}

/** Real milliseconds after which the watchdog ends a trial. */
const PATIENCE = 5000;

/**
 * Fights one bout on a fresh chat and answers its trace. Never rejects: what goes wrong in the machinery, in a
 * plugin or in time stands in the trace as a `fault`, and the referee rules on that.
 */
export async function fight(asked: Bout): Promise<Trace> {
  const bout = await withGuessablePassword(asked);
  const trial = new Trial(bout);
  const patience = bout.patience ?? PATIENCE;
  let watchdog: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    watchdog = setTimeout(
      () => reject(new Error(`the watchdog ended the trial after ${patience} ms`)),
      patience,
    );
  });
  try {
    await Promise.race([trial.run(), late]);
  } catch (error) {
    trial.recorder.of('arena')({
      kind: 'fault',
      what: error instanceof Error ? error.message : String(error),
    });
  } finally {
    clearTimeout(watchdog);
    await trial.close();
  }
  return trial.trace;
}
