import { type Event, MALLORY, type Trace } from '../model/trace.js';
import { heldBack } from './provenance.js';
import { isRight } from './redaction.js';
import type { Tell } from './telling.js';

/** What happened, in a sentence that follows the name of who did it; null where another event tells it. */
export function sentenceOf(event: Event, trace: Trace, { TELL }: { readonly TELL: Tell }): string | null {
  const before = trace.slice(0, trace.indexOf(event));
  switch (event.kind) {
    case 'send':
      return TELL.wrote(TELL.quoted(event.text));
    case 'did':
      return event.what;
    case 'forward':
      return heldBack(event, before)
        ? TELL.late(TELL.name(event.to), 0)
        : TELL.decision[event.decision](TELL.name(event.to));
    case 'inject': {
      const held = heldBack(event, before);
      return held
        ? TELL.late(TELL.name(event.to), Math.round(event.at - held.at))
        : TELL.injected(TELL.name(event.to));
    }
    case 'frame-out':
      return event.who === MALLORY ? TELL.sends : null;
    case 'frame-in':
      return event.who === MALLORY ? TELL.receivesToo : null;
    case 'held':
      return TELL.held(event.source);
    case 'guess':
      return TELL.guessed(TELL.quoted(event.text), isRight(event, trace));
    case 'accept':
      return TELL.showed(event.author, TELL.quoted(event.text));
    case 'reject':
      return TELL.refused(TELL.means(event.code));
    case 'alarm':
      return TELL.alarmed(TELL.means(event.code), TELL.name(event.author), event.slot);
    case 'act':
      return TELL.acted(TELL.means(event.code));
    case 'detonation':
      return event.executed ? TELL.ran : TELL.didNotRun(event.why);
    case 'fault':
    case 'crash':
      return TELL.wentWrong(event.what);
    default:
      return null;
  }
}
