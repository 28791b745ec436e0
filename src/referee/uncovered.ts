import type { AttackFacts } from '../model/attack.js';
import type { Position, Property } from '../model/property.js';
import { eventsOf, type Trace } from '../model/trace.js';
import { honest, type Violation } from './ground-truth.js';

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
  'forward-secrecy': () => 'what was stolen opens what was said before',
  'post-compromise': () => 'what was stolen opens what is said afterwards',
  integrity: falsehood,
  attribution: falsehood,
  uniqueness: () => 'nothing knew the copy for what had been shown',
  freshness: () => 'no authenticated time, held against the receiver’s clock, told its age',
  order: () => 'nothing told that its place was past',
  'causal-order': () => 'nothing held the answer against what its author had seen',
  completeness: () => 'nothing said so',
  'agreement-content': () => 'nothing that they compare showed it',
  'agreement-order': () => 'nothing that they compare showed it',
  'agreement-omission': () => 'nothing said that it was missing',
  'execution-safety': () => 'no check stood before the decoder that ran it',
  availability: () => 'no limit, no check and no alarm stood against it',
  'log-integrity': () => 'nothing escaped the break of the line',
};

/** The clause for a violation that nobody refused and no alarm told of. */
export const uncovered = (facts: AttackFacts, violation: Violation, trace: Trace): string =>
  UNCOVERED[facts.property](violation, facts, trace);

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
  if (said.some(({ room }) => room === shown.room)) return 'no check ties the words to the nick';
  if (said.some(({ author }) => author === shown.author)) return 'no check ties the words to the room';
  if (said.length > 0) return 'no check ties the words to the nick and the room';
  return `no check of ${shown.who}’s covers the words against ${WHOM[position]}`;
}
