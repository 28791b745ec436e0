import { compose, isFor, WITHOUT } from '../defenses/compose.js';
import type { Attack } from '../model/attack.js';
import type { Part } from '../model/defense.js';
import type { Ablation, Needed, PartRole, StandIn, TrialResult } from '../model/results.js';
import type { Stack } from '../model/stack.js';
import type { Verdict } from '../model/verdict.js';
import { type Arsenal, type Campaign, campaign, type Laboratory } from './matrix.js';
import { OnDemand, partsOf } from './on-demand.js';

/** One part taken out; its companions cannot stand without it, and are missing on both sides of the comparison. */
interface Cut {
  readonly part: string;
  /** All that went from the whole: the part first, then its companions. */
  readonly gone: readonly string[];
  /** Without the companions, the part still there. */
  readonly before: Stack;
  readonly after: Stack;
}

/**
 * Fights a composition without each of its parts in turn and tells what each is there for. `arsenal.stacks` is that one
 * composition. A part really goes, also where another brings it. Where the chat then carries no honest conversation
 * any more, the parts that asked for it go with it, and the answer says so; what those did is not counted as its own.
 */
export async function ablation(
  arsenal: Arsenal,
  known: readonly Part[],
  lab: Laboratory,
): Promise<{ readonly ablation: Ablation; readonly campaign: Campaign }> {
  const [whole] = arsenal.stacks;
  const bench: Bench = { whole: whole!, known, ring: new OnDemand(arsenal, lab) };
  const cuts = await Promise.all(whole!.parts.map(({ id }) => cutOut(id, [], bench)));
  const stacks = distinct([whole!, ...cuts.flatMap(({ before, after }) => [before, after])]);
  const fought = await campaign({ ...arsenal, stacks }, lab);
  const after: Bench = { ...bench, ring: new OnDemand({ ...arsenal, stacks }, lab, fought) };
  const trial = (attack: string, stack: Stack): TrialResult => {
    const { id } = stacks.find((other) => partsOf(other) === partsOf(stack))!;
    return fought.matrix.trials.find((cell) => cell.attack === attack && cell.defense === id)!;
  };
  const roles = await Promise.all(
    cuts.map(async (cut): Promise<PartRole> => {
      const { needed, unproved } = needs(cut, arsenal.attacks, trial);
      const standIns = needed.length > 0 ? [] : await whoAnswers(cut, arsenal.attacks, trial, after);
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

/** Where parts are taken out: of which whole, composed of what, fought where. */
interface Bench {
  readonly whole: Stack;
  readonly known: readonly Part[];
  readonly ring: OnDemand;
}

const distinct = (stacks: readonly Stack[]): Stack[] =>
  stacks.filter((stack, at) => stacks.findIndex((other) => partsOf(other) === partsOf(stack)) === at);

const without = ({ whole, known }: Bench, gone: readonly string[]): Stack =>
  gone.length === 0 ? whole : compose(`${whole.id}${WITHOUT}${gone.join('+')}`, known);

/** Takes a part out where `already` are gone, and beside it as few of those that ask for it as the chat needs to speak. */
async function cutOut(part: string, already: readonly string[], bench: Bench): Promise<Cut> {
  const speaks = async (companions: readonly string[]): Promise<boolean> =>
    (await bench.ring.benign(without(bench, [...already, part, ...companions]))).outcome === 'passed';
  const dependants = dependingOn(part, bench.whole).filter((id) => !already.includes(id));
  let companions: readonly string[] = [];
  if (dependants.length > 0 && !(await speaks([]))) {
    companions = dependants;
    for (const id of dependants) {
      const fewer = companions.filter((companion) => companion !== id);
      if (await speaks(fewer)) companions = fewer;
    }
  }
  return {
    part,
    gone: [part, ...companions],
    before: without(bench, [...already, ...companions]),
    after: without(bench, [...already, part, ...companions]),
  };
}

/** The parts of the stack that ask for what this one gives, and those that ask for them. */
function dependingOn(id: string, { parts }: Stack): string[] {
  const gone = parts.filter((part) => part.id === id);
  for (const lost of gone)
    for (const other of parts)
      if (!gone.includes(other) && (other.brings ?? []).some((name) => isFor(name, lost))) gone.push(other);
  return gone.slice(1).map((part) => part.id);
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
  { before, after }: Cut,
  attacks: readonly Attack[],
  trial: Look,
): { needed: Needed[]; unproved: string[] } {
  const needed: Needed[] = [];
  const unproved: string[] = [];
  for (const { id } of attacks) {
    const [there, gone] = [trial(id, before), trial(id, after)];
    const worse = isWorse(gone.verdict, there.verdict);
    if (worse === null) unproved.push(id);
    if (worse)
      needed.push({ attack: id, whole: there.verdict, without: gone.verdict, because: gone.because });
  }
  return { needed, unproved };
}

/**
 * Why a part is not missed: the attacks that it stops by itself, each with who answers in its place. That is the part
 * whose check fired; where none did (a secret was not guessed), the one without which, on top, the attack gets through.
 */
async function whoAnswers(
  cut: Cut,
  attacks: readonly Attack[],
  trial: Look,
  bench: Bench,
): Promise<StandIn[]> {
  const alone = compose(cut.part, bench.known);
  // What a part brings along may do all the work: what counts is the difference that the part itself makes.
  const brought = compose(`${alone.id}${WITHOUT}${cut.part}`, bench.known);
  const answers = await Promise.all(
    attacks.map(async (attack): Promise<StandIn | null> => {
      const { verdict, part } = trial(attack.id, cut.after);
      if (verdict === 'breached' || verdict === 'inconclusive') return null;
      if (!isWorse(await bench.ring.verdict(attack, brought), await bench.ring.verdict(attack, alone)))
        return null;
      return { attack: attack.id, by: part ?? (await alsoNeeded(attack, cut, bench)) };
    }),
  );
  return answers.filter((answer) => answer !== null);
}

async function alsoNeeded(attack: Attack, { gone }: Cut, bench: Bench): Promise<string | null> {
  for (const { id } of bench.whole.parts.filter((part) => !gone.includes(part.id))) {
    const { before, after } = await cutOut(id, gone, bench);
    if (isWorse(await bench.ring.verdict(attack, after), await bench.ring.verdict(attack, before))) return id;
  }
  return null;
}
