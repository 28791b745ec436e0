/** Holding Alice's message back from some until Bob, who has seen it, has spoken. */
import type { Adversary, Tools } from '../src/model/attack.js';
import { asMessage, carries, messageOf } from './message.js';

/** An adversary on the relay that shows these members Bob's next message before the last that Alice said until then. */
export function holdingBack({ known, secret, did }: Tools, from: (to: string) => boolean): Adversary {
  const answer = secret ?? known.find((line) => line.author === 'bob')!;
  const question = known.filter((line) => line.author === 'alice')[1]!;
  const kept = new Map<string, string>();
  return {
    forward: ({ to, bytes }) => {
      if (!from(to)) return { do: 'forward' };
      if (messageOf(bytes, question)) {
        kept.set(to, bytes);
        did(`holds “${question.text}” back from ${to} until Bob has spoken`);
        return { do: 'drop' };
      }
      const message = asMessage(bytes);
      const waiting = message && carries(message, answer) ? kept.get(to) : undefined;
      return waiting === undefined
        ? { do: 'forward' }
        : [{ do: 'forward' }, { do: 'inject', bytes: waiting }];
    },
  };
}
