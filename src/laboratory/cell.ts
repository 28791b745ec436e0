import type { Bout } from '../arena/bout.js';
import { fight } from '../arena/fight.js';
import type { Attack, AttackFacts, Need, Tactic } from '../model/attack.js';
import type { Part } from '../model/defense.js';
import { reasonOf } from '../model/failure.js';
import type { TrialResult } from '../model/results.js';
import type { Stack } from '../model/stack.js';
import type { Trace } from '../model/trace.js';
import type { Ruling, VERDICTS } from '../model/verdict.js';
import { judge, type Tested } from '../referee/judge.js';
import { inRounds, volleyOf } from './rounds.js';

/** One tactic fought: its trace and the referee's ruling on it. */
export interface Played {
  readonly tactic: Tactic;
  readonly trace: Trace;
  readonly ruling: Ruling;
}

/** A cell of the grid: its result, and the fight that decided it (null where nothing was to be fought). */
export interface Cell {
  readonly result: TrialResult;
  readonly decisive: Played | null;
}

/** What a bout takes beside the attack and its tactic. */
export type Ground = Omit<Bout, 'attack' | 'tactic'>;

/**
 * Fights one attack against one defense, tactic by tactic, each on a fresh chat but for those that go together, and keeps
 * the worst ruling for the defender. It stops at the first breach: nothing is worse.
 */
export async function fightCell(attack: Attack, ground: Ground): Promise<Cell> {
  const started = performance.now();
  if (!applies(attack.needs, ground.stack))
    return { result: resultOf(attack, ground.stack, NOT_APPLICABLE, null, 0), decisive: null };
  const tactics = tacticsOf(attack, ground.stack);
  const worst = tactics instanceof Error ? null : worstOf(await playAll(attack, tactics, ground));
  const ruling = worst?.ruling ?? without(tactics);
  return {
    result: resultOf(attack, ground.stack, ruling, worst, performance.now() - started),
    decisive: worst,
  };
}

async function playAll(attack: Attack, tactics: readonly Tactic[], ground: Ground): Promise<Played[]> {
  const played: Played[] = [];
  for (const round of inRounds(tactics)) {
    played.push(...(await playRound(attack, round, ground)));
    if (played.some(({ ruling }) => ruling.verdict === 'breached')) break;
  }
  return played.filter(({ tactic, trace, ruling }) => !provesNothing(tactic, trace, ruling));
}

/** A volley that was withstood counts for all of it. Any other tells too little: each tactic is played alone, and names itself. */
async function playRound(attack: Attack, round: readonly Tactic[], ground: Ground): Promise<Played[]> {
  if (round.length === 1) return [await play(attack, round[0]!, ground)];
  const volley = await play(attack, volleyOf(round), ground);
  if (volley.ruling.verdict === 'defeated') return [volley];
  const alone: Played[] = [];
  for (const tactic of round) {
    alone.push(await play(attack, tactic, ground));
    if (alone.at(-1)!.ruling.verdict === 'breached') return alone;
  }
  // What they do together and none does alone is their work all the same; and what proved nothing is not tried again.
  return [...alone, volley];
}

async function play(attack: Attack, tactic: Tactic, ground: Ground): Promise<Played> {
  const trace = await fight({ ...ground, attack, tactic });
  return { tactic, trace, ruling: judge(attack, testedIn(ground.stack), trace) };
}

/** A probe that nobody could read; one that met the watchdog or a crash has failed, as any tactic. */
const provesNothing = ({ probe }: Tactic, trace: Trace, { verdict }: Ruling): boolean =>
  probe === true &&
  verdict === 'inconclusive' &&
  !trace.some(({ kind }) => kind === 'fault' || kind === 'crash') &&
  trace.some(({ kind }) => kind === 'reject');

/** Nothing checks what a plugin has for tactics: where they cannot be played the cell is inconclusive, and says why. */
function tacticsOf(attack: Attack, { wire }: Stack): readonly Tactic[] | Error {
  try {
    const tactics: unknown = attack.tactics(wire);
    if (!Array.isArray(tactics) || !tactics.every(isTactic))
      throw new TypeError('they are no list of { id, does }');
    const twice = tactics.find(({ id }, at) => tactics.findIndex((other) => other.id === id) < at);
    if (twice) throw new RangeError(`two of them are called ${twice.id}`);
    return tactics;
  } catch (error) {
    return new Error(reasonOf(error));
  }
}

const isTactic = (tactic: unknown): tactic is Tactic => {
  const { id, does } = (tactic ?? {}) as Partial<Tactic>;
  return typeof id === 'string' && id !== '' && typeof does === 'string' && does !== '';
};

const SEVERITY: readonly string[] = [
  'breached',
  'inconclusive',
  'detected',
  'defeated',
] satisfies (typeof VERDICTS)[number][];

/** Breached before all; a tactic that proved nothing leaves the cell unproved, whatever the others came to. */
function worstOf(played: readonly Played[]): Played | null {
  const ranked = [...played].sort(
    (a, b) => SEVERITY.indexOf(a.ruling.verdict) - SEVERITY.indexOf(b.ruling.verdict),
  );
  return ranked[0] ?? null;
}

/** The parts of a stack as the referee knows them. */
export const testedIn = (stack: Stack): Tested[] =>
  stack.parts.map((part) => ({
    id: part.id,
    seals: part.layer !== undefined,
    ...(part.settings?.relayLog ? { logs: true } : {}),
    ...answersFor(part),
  }));

/** Whose codes a part answers with: those of the part in whose place it stands or, where the chat itself refuses by the part's settings, of that which has them. */
function answersFor({ id, insteadOf, settings }: Part): Pick<Tested, 'insteadOf'> {
  const settled = settings?.limits
    ? 'limits'
    : settings?.codec === 'strict'
      ? 'codec'
      : settings?.tls && 'tls';
  const other = insteadOf ?? settled;
  return other && other !== id ? { insteadOf: other } : {};
}

/** Whether the chat has what the attack needs; read off the stack, never decided by a run. */
function applies(needs: AttackFacts['needs'], stack: Stack): boolean {
  const seals = stack.parts.some((part) => part.layer);
  const ciphers = stack.wire.envelopes.flatMap(({ fields }) =>
    fields.flatMap(({ name, algorithm }) => (name === 'body' && algorithm ? algorithm : [])),
  );
  const has: Readonly<Record<Need, boolean>> = {
    'group password': stack.parts.some(
      ({ stage, personalKeys }) => (stage === 'mac' || stage === 'decrypt') && !personalKeys,
    ),
    'a salt': (stack.settings.derivation ?? 'pbkdf2') === 'pbkdf2',
    'personal keys': stack.parts.some(({ stage, personalKeys }) => stage === 'signature' || personalKeys),
    'a layer that seals bodies': seals,
    'CBC padding': ciphers.includes('aes-128-cbc'),
    'a keystream': ciphers.some((cipher) => cipher === 'aes-128-ctr' || cipher === 'aes-256-gcm'),
    'receiver counters': stack.parts.some(
      ({ stage, insteadOf }) => stage === 'counter' || insteadOf === 'sequence',
    ),
    'the mac part': stack.parts.some((part) => part.stage === 'mac'),
  };
  return needs.every((need) => has[need]);
}

const NOT_APPLICABLE: Ruling = {
  verdict: 'not-applicable',
  code: null,
  part: null,
  evidence: [],
  because: 'this chat has no such mechanism',
};
const without = (tactics: readonly Tactic[] | Error): Ruling => ({
  ...NOT_APPLICABLE,
  verdict: 'inconclusive',
  because:
    tactics instanceof Error
      ? `its tactics cannot be played: ${tactics.message}`
      : 'the attack has no tactic for this wire format',
});

function resultOf(
  attack: AttackFacts,
  stack: Stack,
  ruling: Ruling,
  played: Played | null,
  ms: number,
): TrialResult {
  const { verdict, code, part, evidence, because } = ruling;
  return {
    attack: attack.id,
    defense: stack.id,
    verdict,
    tactic: played?.tactic.id ?? null,
    code,
    part,
    evidence,
    because,
    stoppedBy: null,
    ms: Math.round(ms * 10) / 10,
  };
}
