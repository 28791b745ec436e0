import { isCode } from '../../src/model/code.js';
import { type Event, eventsOf, type Trace } from '../../src/model/trace.js';
import { visible } from '../../src/report/sanitize.js';
import type { Step } from './steps.js';
import type { Words } from './words/index.js';

/** A moment in one or two sentences. Whatever came out of the trace has its steering characters spelled out. */
export function tellStep(step: Step, trace: Trace, words: Words): string {
  const sentences = step.map((event) => tell(event, trace, words));
  const different = [...new Set(sentences)];
  // What happens to several people in one way is one sentence.
  const shared = delivered(step, words) ?? shown(step, words) ?? refused(step, words);
  if (shared) return shared.map(endedOnce).join(' ');
  return different
    .map((sentence) => {
      const count = sentences.filter((other) => other === sentence).length;
      return endedOnce(count > 1 ? words.times(sentence, count) : sentence);
    })
    .join(' ');
}

/** Words that end with a stop of their own end the sentence that quotes them. */
const endedOnce = (sentence: string): string => sentence.replace(/([.!?…]\s?[”»])\.$/u, '$1');

function delivered(step: Step, words: Words): string[] | null {
  const forwards = eventsOf(step, 'forward');
  if (step.length < 2 || forwards.length < step.length) return null;
  const decisions = [...new Set(forwards.map((event) => event.decision))];
  return decisions.map((decision) => {
    const names = forwards
      .filter((event) => event.decision === decision)
      .map(({ to }) => words.name(visible(to)));
    return words.tell[DECIDED[decision]](words.list(names));
  });
}

function shown(step: Step, words: Words): string[] | null {
  const accepts = eventsOf(step, 'accept');
  if (accepts.length < 2 || accepts.length < step.length) return null;
  const texts = [...new Set(accepts.map(({ author, text }) => JSON.stringify([author, text])))];
  return texts.map((key) => {
    const [author, text] = JSON.parse(key) as [string, string];
    const names = accepts
      .filter((event) => event.author === author && event.text === text)
      .map(({ who }) => words.name(visible(who)));
    const tell = names.length > 1 ? words.tell.acceptMany : words.tell.accept;
    return tell(words.list(names), words.name(visible(author)), words.quote(visible(clipped(text))));
  });
}

function refused(step: Step, words: Words): string[] | null {
  const rejects = eventsOf(step, 'reject');
  if (rejects.length < 2 || rejects.length < step.length) return null;
  const codes = [...new Set(rejects.map(({ code }) => code))];
  return codes.map((code) => {
    const names = rejects.filter((event) => event.code === code).map(({ who }) => words.name(visible(who)));
    const tell = names.length > 1 ? words.tell.rejectMany : words.tell.reject;
    return tell(words.list(names), meaningOf(code, words));
  });
}

/** Signs of a message in a sentence; the whole of it stands in the table below. */
const LONGEST = 100;
const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const DECIDED = {
  forward: 'forward',
  replace: 'replace',
  drop: 'drop',
  delay: 'delay',
  inject: 'added',
} as const;

/** What a code means, in the page's language; a foreign code speaks for itself. */
export const meaningOf = (code: string, { code: meanings }: Words): string =>
  isCode(code) ? meanings[code] : visible(code);

function tell(event: Event, trace: Trace, words: Words): string {
  const { tell: say } = words;
  const name = (nick: string): string => words.name(visible(nick));
  const quote = (text: string): string => words.quote(visible(clipped(text)));
  const who = event.who === 'relay' ? words.relay : name(event.who);
  switch (event.kind) {
    case 'admitted':
    case 'join':
    case 'leave':
      return say[event.kind](who, visible(event.room));
    case 'turned-away':
      return say['turned-away'](who, meaningOf(event.code, words));
    case 'send':
      return say.send(who, quote(event.text));
    case 'accept':
      return say.accept(who, name(event.author), quote(event.text));
    case 'reject':
      return say.reject(who, meaningOf(event.code, words));
    case 'alarm':
      return say.alarm(who, name(event.author), String(event.slot), meaningOf(event.code, words));
    case 'act':
    case 'unsaid':
      return say[event.kind](who, meaningOf(event.code, words));
    case 'frame-out':
    case 'frame-in':
    case 'tls-in':
      return say[event.kind](who);
    case 'forward':
      return say[DECIDED[event.decision]](name(event.to));
    case 'inject':
      return say.inject(name(event.to));
    case 'log':
      return say.log(who, visible(event.line));
    case 'password':
      return say.password();
    case 'held':
      return say.held(visible(words.said(event.source)));
    case 'did':
      return say.did(visible(words.said(event.what)));
    case 'guess':
      return say[isSecret(event.text, trace) ? 'guessedRight' : 'guessedWrong'](quote(event.text));
    case 'detonation':
      return event.executed ? say.ran(who) : say.didNotRun(who, visible(event.why));
    case 'gauge':
      return say.gauge(event.counter, String(event.value));
    case 'crash':
    case 'fault':
      return say.stops(who, visible(event.what));
  }
}

const isSecret = (text: string, trace: Trace): boolean =>
  eventsOf(trace, 'send').some(({ secret }) => secret === text) ||
  eventsOf(trace, 'password').some((password) => password.text === text);
