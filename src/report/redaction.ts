import { type EventOf, eventsOf, type Trace } from '../model/trace.js';

/** Hides the secrets of a trace that the adversary did not guess, in any text about it; `mask` has as many places. */
export function redaction(trace: Trace, mask: string): (text: string) => string {
  const guesses = new Set(eventsOf(trace, 'guess').map((guess) => guess.text));
  return masking(
    secretsOf(trace).filter((secret) => !guesses.has(secret)),
    (secret) => mask.repeat(secret.length),
  );
}

/** Long words with digits among them: keys, tokens, digests, other people's random numbers. */
const RANDOM = /(?=[\w+/=-]*\d)[\w+/=-]{24,}/g;

/** Leaves out all that would be another in the next run: every secret, guessed or not, and whatever looks random. */
export function steady(trace: Trace, mask: string): (text: string) => string {
  const hide = masking(secretsOf(trace), () => mask);
  return (text) => hide(text).replace(RANDOM, mask);
}

/** Whether a guess is the secret; null where the trace has none, and the guess is of many things at once. */
export function isRight({ text }: EventOf<'guess'>, trace: Trace): boolean | null {
  const secrets = secretsOf(trace);
  return secrets.length === 0 ? null : secrets.includes(text);
}

const secretsOf = (trace: Trace): string[] => [
  ...eventsOf(trace, 'send').flatMap(({ secret }) => secret ?? []),
  ...eventsOf(trace, 'password').map(({ text }) => text),
];

const masking =
  (secrets: readonly string[], maskOf: (secret: string) => string) =>
  (text: string): string =>
    secrets.reduce((safe, secret) => safe.replaceAll(secret, maskOf(secret)), text);
