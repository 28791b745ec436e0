import { compose, WITHOUT } from '../defenses/compose.js';
import type { Attack } from '../model/attack.js';
import type { Part } from '../model/defense.js';
import type { Ablation, Needed, PartRole, StandIn, TrialResult } from '../model/results.js';
import type { Stack } from '../model/stack.js';
import type { Verdict } from '../model/verdict.js';
import { type Arsenal, type Campaign, campaign, type Laboratory } from './matrix.js';
import { OnDemand } from './on-demand.js';

/** One part taken out of the whole; `gone` are all that went: itself, and what could not stand without it. */
interface Cut {
  readonly part: string;
  readonly gone: readonly string[];
  readonly stack: Stack;
}

/**
 * Fights a composition without each of its parts in turn and tells what each is there for. `arsenal.stacks` is that one
 * composition. A part really goes, also where another brings it. Where the chat then carries no honest conversation
 * any more, the parts that brought it go with it, and the answer says so.
 */
export async function ablation(
  arsenal: Arsenal,
  known: readonly Part[],
  lab: Laboratory,
): Promise<{ readonly ablation: Ablation; readonly campaign: Campaign }> {
  const [whole] = arsenal.stacks;
  const ring = new OnDemand(arsenal, lab);
  const cuts = await Promise.all(whole!.parts.map(({ id }) => cutOut(whole!, id, known, ring)));
  const fought = await campaign({ ...arsenal, stacks: [whole!, ...cuts.map(({ stack }) => stack)] }, lab);
  const trial = (attack: string, stack: Stack): TrialResult =>
    fought.matrix.trials.find((cell) => cell.attack === attack && cell.defense === stack.id)!;
  const roles = await Promise.all(
    cuts.map(async (cut): Promise<PartRole> => {
      const { needed, unproved } = needs(cut, whole!, arsenal.attacks, trial);
      const standIns = needed.length > 0 ? [] : await whoAnswers(cut, whole!, arsenal, known, trial, ring);
      return { part: cut.part, gone: cut.gone, needed, unproved, standIns };
    }),
  );
  const { version, seed, containment, controls } = fought.matrix;
  return {
    ablation: {
      schema: 'mallory/ablation/v1',
      version,
      seed,
      containment,
      defense: whole!.id,
      roles,
      controls,
      trials: fought.matrix.trials,
    },
    campaign: fought,
  };
}

async function cutOut(whole: Stack, part: string, known: readonly Part[], ring: OnDemand): Promise<Cut> {
  const without = (gone: readonly string[]): Cut => ({
    part,
    gone,
    stack: compose(`${whole.id}${WITHOUT}${gone.join('+')}`, known),
  });
  const alone = without([part]);
  if ((await ring.benign(alone.stack)).outcome === 'passed') return alone;
  const dependants = dependingOn(part, whole);
  return dependants.length === 0 ? alone : without([part, ...dependants]);
}

/** The parts of the stack that bring this one, or the one in whose place it stands, and those that bring them. */
function dependingOn(part: string, { parts }: Stack): string[] {
  const gone = [part];
  const bringing = (id: string): Part[] => {
    const place = parts.find((standing) => standing.id === id)?.insteadOf;
    return parts.filter(({ brings = [] }) => brings.includes(id) || (place && brings.includes(place)));
  };
  for (const id of gone) for (const other of bringing(id)) if (!gone.includes(other.id)) gone.push(other.id);
  return gone.slice(1);
}

/** Worst for the defender first. What does not apply cannot go wrong. */
const RANK: Readonly<Record<Exclude<Verdict, 'inconclusive'>, number>> = {
  breached: 0,
  detected: 1,
  defeated: 2,
  'not-applicable': 2,
};

/** Whether a verdict is worse than another; null where one of them proves nothing. */
export const isWorse = (verdict: Verdict, than: Verdict): boolean | null =>
  verdict === 'inconclusive' || than === 'inconclusive' ? null : RANK[verdict] < RANK[than];

type Look = (attack: string, stack: Stack) => TrialResult;

function needs(
  { stack }: Cut,
  whole: Stack,
  attacks: readonly Attack[],
  trial: Look,
): { needed: Needed[]; unproved: string[] } {
  const needed: Needed[] = [];
  const unproved: string[] = [];
  for (const { id } of attacks) {
    const [before, after] = [trial(id, whole), trial(id, stack)];
    const worse = isWorse(after.verdict, before.verdict);
    if (worse === null) unproved.push(id);
    if (worse)
      needed.push({ attack: id, whole: before.verdict, without: after.verdict, because: after.because });
  }
  return { needed, unproved };
}

/**
 * Why a part is not missed: the attacks that it stops alone, each with who answers in its place. That is the part whose
 * check fired; where none did (a secret was not guessed), the one without which, on top, the attack gets through.
 */
async function whoAnswers(
  cut: Cut,
  whole: Stack,
  { attacks, undefended }: Arsenal,
  known: readonly Part[],
  trial: Look,
  ring: OnDemand,
): Promise<StandIn[]> {
  const alone = compose(cut.part, known);
  const answers = await Promise.all(
    attacks.map(async (attack): Promise<StandIn | null> => {
      const { verdict, part } = trial(attack.id, cut.stack);
      if (verdict === 'breached' || verdict === 'inconclusive') return null;
      const bare = (await ring.trial(attack, undefended)).verdict;
      if (!isWorse(bare, await ring.verdict(attack, alone))) return null;
      return { attack: attack.id, by: part ?? (await alsoNeeded(attack, verdict, cut, whole, known, ring)) };
    }),
  );
  return answers.filter((answer) => answer !== null);
}

async function alsoNeeded(
  attack: Attack,
  verdict: Verdict,
  { gone }: Cut,
  whole: Stack,
  known: readonly Part[],
  ring: OnDemand,
): Promise<string | null> {
  for (const { id } of whole.parts.filter((part) => !gone.includes(part.id))) {
    const fewer = compose(`${whole.id}${WITHOUT}${[...gone, id].join('+')}`, known);
    if (isWorse(await ring.verdict(attack, fewer), verdict)) return id;
  }
  return null;
}
