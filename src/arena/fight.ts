import type { EventOf, Trace } from '../model/trace.js';
import type { Bout } from './bout.js';
import { Trial } from './trial.js';

export type { Bout };

/** Real milliseconds after which the watchdog ends a trial. */
const PATIENCE = 5000;

/**
 * Fights one bout on a fresh chat and answers its trace. Never rejects: what goes wrong in the machinery, in a
 * plugin or in time stands in the trace as a `fault`, and the referee rules on that.
 */
export async function fight(bout: Bout): Promise<Trace> {
  let trial: Trial;
  try {
    trial = new Trial(bout);
  } catch (error) {
    return [stillborn(error)]; // a plugin's script that throws
  }
  const patience = bout.patience ?? PATIENCE;
  let watchdog: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const why = `the watchdog ended the trial after ${patience} ms`;
    watchdog = setTimeout(() => reject(new Error(why)), patience);
  });
  try {
    await Promise.race([trial.run(), late]);
  } catch (error) {
    trial.recorder.of('arena')({ kind: 'fault', what: wordsOf(error) });
  } finally {
    clearTimeout(watchdog);
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
