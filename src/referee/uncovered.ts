import type { AttackFacts } from '../model/attack.js';
import type { Position, Property } from '../model/property.js';
import { eventsOf, honest, type Trace } from '../model/trace.js';
import type { Violation } from './ground-truth.js';

/** Whom the position stands for, in a sentence. */
const WHOM: Readonly<Record<Position, string>> = {
  log: 'whoever reads the log',
  wire: 'whoever listens on the connection',
  network: 'whoever sits on the connection',
  outsider: 'an outsider',
  sender: 'an outsider',
  flooder: 'an outsider',
  insider: 'another member',
  thief: 'the thief',
  relay: 'the relay',
  'relay+insider': 'the relay and a member together',
};

type Clause = (violation: Violation, facts: Pick<AttackFacts, 'position'>, trace: Trace) => string;

/** What no check covered in a run that was breached, by property: true of what the trace shows, whatever the parts claim. */
const UNCOVERED: Readonly<Record<Property, Clause>> = {
  confidentiality: (_, { position }) => `nothing kept the words from ${WHOM[position]}`,
  'metadata-privacy': (_, { position }) => `nothing hid it from ${WHOM[position]}`,
  password: () => 'nothing kept guesses from being tried offline',
  'forward-secrecy': () => 'nothing kept what had been said before from the thief',
  'post-compromise': () => 'nothing kept what was said afterwards from the thief',
  integrity: falsehood,
  attribution: falsehood,
  uniqueness: (violation, _, trace) =>
    `nothing told ${victimOf(violation, trace)} that it had been shown before`,
  freshness: () => 'nothing held its age against a clock that is right',
  order: () => 'nothing told that its place was past',
  'causal-order': () => 'nothing held the answer against what its author had seen',
  completeness: () => 'nothing said so',
  'agreement-content': () => 'nothing that they compare showed it',
  'agreement-order': () => 'nothing that they compare showed it',
  'agreement-omission': () => 'nothing said that it was missing',
  'execution-safety': () => 'no check stood before the decoder',
  availability: unserved,
  'log-integrity': () => 'nothing escaped the break of the line',
};

/** The clause for a violation that nobody refused and no alarm told of. */
export const uncovered = (facts: AttackFacts, violation: Violation, trace: Trace): string =>
  UNCOVERED[facts.property](violation, facts, trace);

/** The codes of a nick that somebody else has taken. */
const TAKEN: readonly string[] = ['nick-bound', 'nick-in-use'];

/** To whom what shows it was shown. */
const victimOf = ({ evidence }: Violation, trace: Trace): string =>
  eventsOf(trace, 'accept').find(({ id }) => evidence.includes(id))!.who;

function unserved({ evidence }: Violation, _: unknown, trace: Trace): string {
  if (eventsOf(trace, 'reject').some(({ id }) => evidence.includes(id)))
    return 'nothing stood against what brought that about';
  const turned = eventsOf(trace, 'turned-away').find(({ id }) => evidence.includes(id));
  if (turned && TAKEN.includes(turned.code))
    return 'nothing asked whoever came first to prove whose nick it is';
  return eventsOf(trace, 'gauge').some(({ id }) => evidence.includes(id))
    ? 'no limit stood against it'
    : 'no limit and no check stood against it, and no alarm told of it';
}

/** What was false of the shown text: its name, its room, its author, or all of it. */
function falsehood(
  { evidence }: Violation,
  { position }: Pick<AttackFacts, 'position'>,
  trace: Trace,
): string {
  const shown = eventsOf(trace, 'accept').find(({ id }) => evidence.includes(id))!;
  if (!honest(trace).has(shown.author)) return 'no check held the name against those of the members';
  const before = trace.slice(0, trace.indexOf(shown));
  const said = eventsOf(before, 'send').filter(({ text }) => text === shown.text);
  // A member has the group's keys: what they tie together, she ties anew.
  const ties = position === 'insider' ? 'nothing that another member cannot make ties' : 'no check ties';
  if (said.some(({ room }) => room === shown.room)) return `${ties} the words to the nick`;
  if (said.some(({ author }) => author === shown.author)) return `${ties} the words to the room`;
  if (said.length > 0) return `${ties} the words to the nick and the room`;
  return `no check of ${shown.who}’s covers the words against ${WHOM[position]}`;
}
