import type { Trace } from '../model/trace.js';
import type { Bout } from './bout.js';

export type { Bout };

import { Trial } from './trial.js';

/** Real milliseconds after which the watchdog ends a trial. */
const PATIENCE = 5000;

/**
 * Fights one bout on a fresh chat and answers its trace. Never rejects: what goes wrong in the machinery, in a
 * plugin or in time stands in the trace as a `fault`, and the referee rules on that.
 */
export async function fight(bout: Bout): Promise<Trace> {
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
