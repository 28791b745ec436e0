import type { AttackFacts } from '../../model/attack.js';
import type { Position } from '../../model/property.js';
import { type Event, type EventOf, eventsOf, MALLORY, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { guessedOfEach } from '../properties/secrets.js';
import { acted, notDefeated, partOf, type Tested } from './rulings.js';

export function secrecy(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const guess = eventsOf(trace, 'guess').at(-1);
  if (!guess) return notDefeated(trace, 'the adversary never guessed');
  const material = materialOf(facts, trace);
  const withheld = eventsOf(trace, 'act').find(({ code }) => code === 'withheld' && partOf(code, tested));
  if (!material && withheld) return acted(withheld, tested);
  if (!material) return notDefeated(trace, 'the adversary never held the message that carries the secret');
  if (facts.property === 'metadata-privacy' && !guessedOfEach(trace))
    return notDefeated(trace, 'no guess of the adversary named as many messages as there were');
  const evidence = [material.id, guess.id];
  const because = `the adversary ${HELD[facts.position] ?? 'held the message'} and its best guess of the secret is wrong`;
  return { verdict: 'defeated', code: null, part: null, evidence, because };
}

/** A log has a line about the message, a connection the bytes that carried it: not always the message itself. */
const HELD: Partial<Record<Position, string>> = {
  log: 'held what the log says of the message',
  wire: 'held all that crossed the connection',
};

/** What the adversary held of the message with the secret: the very body that crossed or, in a log, a line about it. */
function materialOf(facts: AttackFacts, trace: Trace): Event | null {
  const tells = (send: EventOf<'send'>): boolean =>
    facts.property === 'metadata-privacy' || send.secret !== undefined;
  const send = eventsOf(trace, 'send').find(tells);
  if (!send) return null;
  const after = trace.slice(trace.indexOf(send));
  if (facts.position === 'log') {
    const line = eventsOf(after, 'log').find((event) => event.who === (facts.target ?? 'relay'));
    return line ? (eventsOf(after, 'held').find((event) => event.bytes.includes(line.line)) ?? null) : null;
  }
  const out = eventsOf(after, 'frame-out').find((event) => event.who === send.who);
  const holds = (bytes: string): boolean => out !== undefined && bytes.includes(out.bytes);
  if (facts.position === 'wire' || facts.position === 'thief') return tappedMaterial(facts, after, holds);
  return (
    eventsOf(after, 'held').find((event) => holds(event.bytes)) ??
    eventsOf(after, 'frame-in').find((event) => event.who === MALLORY && holds(event.bytes)) ??
    (facts.position === 'relay'
      ? (eventsOf(after, 'forward').find((event) => holds(event.before)) ?? null)
      : null)
  );
}

/** The message reached the tapped peer, so it crossed the wire whose bytes were kept, whatever they look like there. */
function tappedMaterial(facts: AttackFacts, after: Trace, holds: (bytes: string) => boolean): Event | null {
  const arrived = after.findIndex(
    (event) => event.kind === 'frame-in' && event.who === facts.target && holds(event.bytes),
  );
  if (arrived < 0) return null;
  return eventsOf(after.slice(arrived), 'held').find((event) => event.bytes.length > 0) ?? null;
}
