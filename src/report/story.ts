import type { AttackFacts, Tactic } from '../model/attack.js';
import { factOf } from '../model/code.js';
import type { DefenseResult, TrialResult } from '../model/results.js';
import { type Event, MALLORY, type Trace } from '../model/trace.js';
import { deedOf } from './deed.js';
import { difference } from './difference.js';
import { focus } from './focus.js';
import { type Glyphs, glyphsFor, inVerdictColour, styled } from './glyphs.js';
import { clip, columns, type Look, pieces, wrap } from './look.js';
import { redaction } from './redaction.js';
import { terminal } from './sanitize.js';
import { sentenceOf } from './sentence.js';
import type { Tell } from './telling.js';
import type { Texts } from './texts/index.js';
import { translatedFacts, translatedTrace } from './translated.js';

/** One cell, with the trial that decided it. `trace` and `tactic` are null where nothing was fought. */
export interface ToldCell {
  readonly attack: Pick<AttackFacts, 'id' | 'title' | 'sources'>;
  readonly stack: Pick<DefenseResult, 'id' | 'title'>;
  readonly result: TrialResult;
  readonly trace: Trace | null;
  readonly tactic: Tactic | null;
}

/** Columns of the first column: who did it. */
const WHO = 11;
/** Columns of `before`, `after`, `bytes` in front of a frame. */
const labelOf = (TELL: Tell): number => Math.max(...[TELL.before, TELL.after, TELL.bytes].map(columns)) + 1;
/** Lines that a frame may take at most. */
const FRAME_LINES = 3;

/** What a teller of one trace needs at every step. */
interface Teller {
  readonly trace: Trace;
  readonly look: Look;
  readonly glyphs: Glyphs;
  /** Makes a text of the trace fit for the terminal, unguessed secrets hidden. */
  readonly safe: (text: string) => string;
}

/** One cell in plain words drawn from its trace: what was said, what the adversary did, what came of it, the verdict. */
export function tellCell(cell: ToldCell, look: Look): string {
  const { attack, stack, result, trace, tactic } = inFull(cell, look.texts);
  const { TELL } = look.texts;
  const own = (text: string): string => terminal(text, look);
  const title = wrap(own(TELL.title(attack.id, stack.id, attack.title)), look.width);
  const lines = [
    title
      .split('\n')
      .map((line) => styled(line, ['bold'], look))
      .join('\n'),
  ];
  if (tactic) lines.push(step(TELL.tactic, own(TELL.plays(tactic.id, tactic.does)), look));
  if (trace) lines.push(...tellTrace(trace, result.evidence, look));
  lines.push(verdictStep(result, look), ...checkStep(result, look), ...remedyStep(result, look));
  if (attack.sources.length > 0) lines.push(step(TELL.sources, own(attack.sources.join('; ')), look));
  return lines.join('\n');
}

/** What attack, tactic, trace and referee say, in the reader's language. */
const inFull = ({ attack, stack, result, trace, tactic }: ToldCell, texts: Texts): ToldCell => ({
  attack: translatedFacts(attack, texts),
  stack,
  result: translatedFacts(result, texts),
  trace: trace && translatedTrace(trace, texts),
  tactic: tactic && translatedFacts(tactic, texts),
});

function tellTrace(trace: Trace, evidence: readonly string[], look: Look): string[] {
  const glyphs = glyphsFor(look);
  const hide = redaction(trace, glyphs.hidden);
  const teller: Teller = { trace, look, glyphs, safe: (text) => terminal(hide(text), look) };
  return focus(trace, evidence).flatMap((event) => tellEvent(event, teller));
}

function tellEvent(event: Event, teller: Teller): string[] {
  const sentence = sentenceOf(event, teller.trace, teller.look.texts);
  if (sentence === null) return [];
  const who = event.kind === 'did' || event.kind === 'guess' || event.kind === 'held' ? MALLORY : event.who;
  return [
    step(
      teller.look.texts.TELL.name(teller.safe(who)),
      `${teller.safe(sentence)} (${teller.safe(event.id)})`,
      teller.look,
    ),
    ...bytesOf(event, teller),
  ];
}

/** The bytes of a deed: before and after with the difference marked, or that they are the same. */
function bytesOf(event: Event, teller: Teller): string[] {
  const deed = deedOf(event, teller.trace);
  if (deed === null) return [];
  const { before, after } = deed;
  const { TELL } = teller.look.texts;
  const label = labelOf(TELL);
  const room = teller.look.width - WHO - label;
  const put = (name: string, text: string): string => ' '.repeat(WHO) + name.padEnd(label) + text;
  if (before === undefined)
    return ownBytes(teller.safe(after), room, teller.glyphs).map((line, place) =>
      put(place === 0 ? TELL.bytes : '', line),
    );
  if (before === after)
    return [put(TELL.bytes, clip(TELL.sameBytes(after.length), room, teller.glyphs.ellipsis))];
  const [old, changed, marks] = difference(
    teller.safe(before),
    teller.safe(after),
    room,
    teller.glyphs,
    teller.look,
  );
  return [put(TELL.before, old), put(TELL.after, changed), put('', marks)];
}

/** A frame of the adversary's own making: its first lines, as they are. */
function ownBytes(text: string, room: number, { ellipsis }: Glyphs): string[] {
  return pieces(clip(text, room * FRAME_LINES, ellipsis), room);
}

function verdictStep({ verdict, because, evidence }: TrialResult, look: Look): string {
  const word = `${glyphsFor(look).verdict[verdict]} ${look.texts.verdict[verdict]}`;
  const cited = evidence.length > 0 ? ` (${evidence.join(', ')})` : '';
  const text = wrap(
    terminal(`${because}${cited}`, look),
    look.width,
    look.texts.TELL.ruled(word),
    ' '.repeat(WHO),
  );
  return inVerdictColour(verdict, word, look) + text.slice(word.length);
}

function checkStep({ code, part }: TrialResult, look: Look): string[] {
  if (code === null) return [];
  const { TELL } = look.texts;
  return [
    step(TELL.check, terminal(TELL.fired(code, part ?? factOf(code).part, TELL.means(code)), look), look),
  ];
}

/** What was seen to turn this cell, where somebody asked. */
function remedyStep({ defense, verdict, stoppedBy }: TrialResult, look: Look): string[] {
  if (stoppedBy === null) return [];
  const { TELL } = look.texts;
  return [
    step(TELL.remedy, terminal(TELL.stoppedBy(defense, stoppedBy, verdict === 'detected'), look), look),
  ];
}

/** `Alice     wrote …`, wrapped under itself. */
function step(who: string, text: string, look: Look): string {
  const name = clip(who, WHO - 3, glyphsFor(look).ellipsis);
  return wrap(text, look.width, `  ${name}`.padEnd(WHO), ' '.repeat(WHO));
}
