import type { Bench } from '../experiments/bench.js';
import { type Outcome, outcomeOf, passed } from '../experiments/outcome.js';
import { factOf } from '../model/code.js';
import type { LabResult, Stopper } from '../model/labs.js';
import { eventsOf, type Trace } from '../model/trace.js';

/** One of the coursework's own programs. */
export interface Lab extends Pick<LabResult, 'id' | 'title' | 'coursework'> {
  /** Throws Unproven where nothing follows from what happened. */
  play(bench: Bench): Promise<Played>;
}

export type Played = Pick<LabResult, 'outcome' | 'happened' | 'stoppers'>;

/** What an attack's outcome is called where it was meant to be stopped. */
export const stopper = (what: string, outcome: Outcome): Stopper => ({
  what,
  outcome: `${outcome.attack} ${outcome.verdict}${outcome.code === null ? '' : `, ${outcome.code}: ${factOf(outcome.code).means}`}`,
  stopped: !passed(outcome),
});

/** An exploit that is an attack of the grid: fought undefended, then against what may stop it. */
export async function playAttack(
  bench: Bench,
  attack: string,
  undefended: string,
  tell: (trace: Trace) => readonly string[],
  against: readonly string[],
): Promise<Played> {
  const { result, decisive } = await bench.fight(attack, undefended);
  const trace = decisive?.trace ?? [];
  const stoppers: Stopper[] = [];
  for (const defense of against) stoppers.push(stopper(defense, await outcomeOf(bench, attack, defense)));
  const deeds = [...new Set(eventsOf(trace, 'did').map(({ what }) => `Mallory ${what}`))];
  return {
    outcome: result.verdict === 'breached' ? 'worked' : 'unproven',
    happened: [...deeds, ...tell(trace), `the referee: ${result.because}`],
    stoppers,
  };
}
