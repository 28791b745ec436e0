import type { AttackFacts } from '../../model/attack.js';
import { type EventOf, eventsOf, honest, MALLORY, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { defeated, notDefeated, refusals, type Tested } from './rulings.js';

/** The suite tag answers for attacks that take the protection off; a wrong tag on another artefact is a clumsy forgery. */
const aboutSuite = ({ needs }: AttackFacts): boolean => needs.includes('a layer that seals bodies');

export function content(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const sent = new Set(honestFrames(trace).map(({ bytes }) => contentOf(bytes)));
  const refusal = refusals(trace, tested).find(
    ({ frame, reject }) =>
      !sent.has(contentOf(frame.bytes)) && (reject.code !== 'suite-mismatch' || aboutSuite(facts)),
  );
  return refusal
    ? defeated(refusal, tested)
    : notDefeated(trace, 'no part under test refused an altered artefact');
}

/** What the honest programs sent. */
export const honestFrames = (trace: Trace): EventOf<'frame-out'>[] => {
  const people = honest(trace);
  return eventsOf(trace, 'frame-out').filter((event) => people.has(event.who));
};

/** What the adversary's own frames say. */
export const contentsOfHers = (trace: Trace): ReadonlySet<string> =>
  new Set(
    eventsOf(trace, 'frame-out').flatMap(({ who, bytes }) => (who === MALLORY ? contentOf(bytes) : [])),
  );

/** What a frame says once decoded, whatever its spelling; its request number is no content. */
export function contentOf(bytes: string): string {
  try {
    const frame = JSON.parse(bytes);
    return canonical({ ...frame, header: { ...frame.header, id: 0 } });
  } catch {
    return bytes;
  }
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
}
