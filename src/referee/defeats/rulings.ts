import { factOf } from '../../model/code.js';
import { type EventOf, eventsOf, honest, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { byName } from '../ground-truth.js';

/** A part under test: its own id, and the id of the part whose codes it uses. */
export interface Tested {
  readonly id: string;
  readonly insteadOf?: string;
  /** Whether the part seals bodies; a stack with such a part also has the suite tag. */
  readonly seals: boolean;
  /** Whether the part says how the relay writes its log. */
  readonly logs?: boolean;
}

export function acted(
  { id, code }: { readonly id: string; readonly code: string },
  tested: readonly Tested[],
): Ruling {
  return {
    verdict: 'defeated',
    code,
    part: partOf(code, tested),
    evidence: [id],
    because: factOf(code).means,
  };
}

/** What a refusal means and, where a part failed instead of answering, what it said. */
export const reasonFor = ({ code, why }: EventOf<'reject'>): string =>
  why === undefined ? factOf(code).means : `${factOf(code).means} (${why})`;

export interface Refusal {
  readonly reject: EventOf<'reject'>;
  readonly frame: EventOf<'frame-in' | 'tls-in'>;
}

/**
 * Refusals by honest programs that count: a security check of a part under test, of a frame that arrived. The relay's come
 * first, then the members', by name.
 */
export function refusals(trace: Trace, tested: readonly Tested[], whole: Trace = trace): Refusal[] {
  const people = honest(whole).add('relay');
  const arrived = [...eventsOf(whole, 'frame-in'), ...eventsOf(whole, 'tls-in')];
  const frames = new Map(arrived.map((frame) => [frame.id, frame]));
  const rejects = eventsOf(trace, 'reject');
  const ofRelay = rejects.filter(({ who }) => who === 'relay');
  const ofMembers = byName(rejects.filter(({ who }) => who !== 'relay'));
  return [...ofRelay, ...ofMembers].flatMap((reject) => {
    const frame = frames.get(reject.frame);
    return frame && people.has(reject.who) && partOf(reject.code, tested) !== null ? [{ reject, frame }] : [];
  });
}

/** The part under test that fired; null where the code is no check, or of no part that stands here. */
export function partOf(code: string, tested: readonly Tested[]): string | null {
  const fact = factOf(code);
  if (fact.kind === 'shape') return null;
  if (fact.part === 'suite') return tested.some((part) => part.seals) ? 'suite' : null;
  return tested.find((part) => part.id === fact.part || part.insteadOf === fact.part)?.id ?? null;
}

export function defeated({ reject, frame }: Refusal, tested: readonly Tested[]): Ruling {
  const because = `${reject.who} refused it: ${factOf(reject.code).means}`;
  return {
    verdict: 'defeated',
    code: reject.code,
    part: partOf(reject.code, tested),
    evidence: [frame.id, reject.id],
    because,
  };
}

export const inconclusive = (because: string, evidence: readonly string[]): Ruling => ({
  verdict: 'inconclusive',
  code: null,
  part: null,
  evidence,
  because,
});

/** Says what stopped the attack where it was no defense. */
export function notDefeated(trace: Trace, because: string): Ruling {
  const reject = eventsOf(trace, 'reject')[0];
  if (!reject) return inconclusive(because, []);
  return inconclusive(`${because}; ${reject.who} stumbled: ${reasonFor(reject)}`, [reject.id]);
}
