/** Claims about pickle, JSON and what decoding does: 22 to 24. */
import type { Bench } from '../experiments/bench.js';
import { type Outcome, outcomeOf, outcomesOf, passed, tellAll } from '../experiments/outcome.js';
import { unpickled } from '../experiments/pickles.js';
import { type Claim, experiment } from './claim.js';

/** What Python itself makes of the exploit; null where this machine has no Python. */
async function inPython(
  bench: Bench,
  reads: 'pickle' | 'json',
): Promise<{ version: string; ran: boolean } | null> {
  const { pickles } = bench;
  return pickles && { version: pickles.version, ran: (await unpickled(pickles, reads)).ran };
}

const executes: Claim = {
  number: 22,
  french: 'pickle peut exécuter du code via __reduce__.',
  english: 'pickle can execute code by way of __reduce__.',
  basis: experiment({
    configuration: {
      tells: 'a decoder that revives: the chat’s codec, and pickle where Python is',
      defense: 'none',
      reads: 'pickle' as 'pickle' | 'json',
    },
    counter: {
      tells: 'a decoder of data: the strict codec, and json where Python is',
      defense: 'codec',
      reads: 'json' as 'pickle' | 'json',
    },
    observe: async ({ defense, reads }, bench) => ({
      chat: await outcomesOf(bench, ['deserialization/server', 'deserialization/client'], defense),
      reads,
      python: await inPython(bench, reads),
    }),
    ruling: ({ chat, python }) => {
      const ran = [...chat.map(passed), ...(python ? [python.ran] : [])];
      return ran.every(Boolean) ? 'right' : ran.some(Boolean) ? 'half right' : 'wrong';
    },
    observed: ({ chat }) => tellAll(chat),
    here: ({ python, reads }) =>
      python
        ? `Python ${python.version}: ${reads}.loads of the exploit ${python.ran ? 'ran its code, and the laboratory found the canary' : 'ran nothing'}`
        : 'no Python here: pickle itself was not tried',
    because: {
      right:
        'who decodes calls what the bytes name; that is how the format is meant, and its manual warns of it',
      'half right': 'not every one of these decoders ran the code',
      wrong: 'a decoder that can only read data ran nothing',
    },
  }),
};

const reason: Claim = {
  number: 23,
  french: "pickle est un mauvais choix parce qu'il n'est ni chiffré ni authentifié.",
  english: 'pickle is a bad choice because it is neither encrypted nor authenticated.',
  basis: experiment({
    configuration: {
      tells: 'a reviving codec, bare and under fernet+signature',
      bare: 'none',
      sealed: 'fernet+signature',
    },
    counter: {
      tells: 'the strict codec, bare and under fernet+signature',
      bare: 'codec',
      sealed: 'fernet+signature+codec',
    },
    observe: async ({ bare, sealed }, bench) => ({
      bare: await outcomeOf(bench, 'deserialization/server', bare),
      sealed: await outcomesOf(bench, ['deserialization/server', 'deserialization/inner-insider'], sealed),
    }),
    ruling: ({ bare, sealed }) => (!passed(bare) ? 'wrong' : sealed.some(passed) ? 'half right' : 'right'),
    observed: ({ bare, sealed }) => `bare: ${tellAll([bare])}; sealed: ${tellAll(sealed)}`,
    because: {
      right: 'once encrypted and authenticated it ran nothing',
      'half right':
        'the choice is bad, the reason is not: encrypted and authenticated it still runs code, in the frame that is decoded before anything is checked, and in a member’s own valid message',
      wrong: 'here the decoder runs nothing, encrypted or not',
    },
  }),
};

const DECODING = [
  'deserialization/server',
  'deserialization/prototype-pollution',
  'deserialization/bomb',
] as const;

const json: Claim = {
  number: 24,
  french: 'JSON et msgpack sont sûrs.',
  english: 'JSON and msgpack are safe.',
  basis: experiment({
    configuration: {
      tells: 'JSON, read by the coursework’s codec and by the strict one',
      readers: ['none', 'codec'],
    },
    counter: { tells: 'JSON, read by the strict codec alone', readers: ['codec'] },
    observe: async ({ readers }, bench) => {
      const seen: { reader: string; outcomes: Outcome[] }[] = [];
      for (const reader of readers)
        seen.push({ reader, outcomes: await outcomesOf(bench, DECODING, reader) });
      return seen;
    },
    ruling: (seen) => {
      const safe = seen.map(({ outcomes }) => !outcomes.some(passed));
      return safe.every(Boolean) ? 'right' : safe.some(Boolean) ? 'half right' : 'wrong';
    },
    observed: (seen) => seen.map(({ reader, outcomes }) => `${reader}: ${tellAll(outcomes)}`).join('; '),
    because: {
      right:
        'with a size limit, a strict schema, no reviving and no prototypes, nothing that was tried got through',
      'half right':
        'both chats speak JSON, and only one is safe: a text is data until somebody revives it, merges it or recurses into it. msgpack was not tried',
      wrong: 'no reader of it was safe',
    },
  }),
};

export const FORMATS_CLAIMED: readonly Claim[] = [executes, reason, json];
