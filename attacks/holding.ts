/** What the relay holds back beside the message that an attack is about. */

import { readFrame } from '../src/chat/wire.js';
import type { Adversary, Said, Tools } from '../src/model/attack.js';
import type { Step } from '../src/model/scenario.js';
import { aliceSaid, asMessage, carries, isWord, messageOf } from './message.js';

/** Two who speak at once, neither having read the other: nobody’s words say which came first, or that there was one. */
export const AT_ONCE: readonly Step[] = [
  { do: 'say', author: 'alice', text: 'I take the early train.' },
  { do: 'say', author: 'bob', text: 'The shop is closed today.', atOnce: true },
];

/** As long as it takes until heartbeats of any usual period (2, 4, 5, 10 s) have just come: from here on the next is as far away as can be. */
export const UNTIL_HEARTBEATS_CAME: Step = { do: 'wait', seconds: 20 };

/** What Alice says after the talk. */
export const ONE_MORE = {
  do: 'say',
  author: 'alice',
  text: 'One more thing: the door is open until ten.',
} as const satisfies Step;

/** The same as a line: the one behind the last of hers that could be foreseen. */
export function oneMoreOf(known: readonly Said[]): Said {
  const last = aliceSaid(known, 'last');
  return { ...last, seq: last.seq + 1, text: ONE_MORE.text };
}

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

/** The same adversary; from her first deed on no word of a part passes that could contradict her, but those that she spares. */
export function muting(adversary: Adversary, spares: (bytes: string) => boolean = () => false): Adversary {
  let acted = false;
  return {
    ...adversary,
    forward: (frame) => {
      if (acted && isWord(frame) && !spares(frame.bytes)) return { do: 'drop' };
      const decision = adversary.forward?.(frame) ?? { do: 'forward' };
      acted ||= !('do' in decision) || decision.do !== 'forward';
      return decision;
    },
  };
}

/**
 * An adversary on the relay that swallows a line on its way to a member whose program has started anew, and holds what
 * that says of its own until then: when the others hear that it is back, the line lies before.
 */
export function swallowingUnannounced(nick: string, line: Said, { did }: Pick<Tools, 'did'>): Adversary {
  let isBack = false;
  const held = new Map<string, string[]>();
  return {
    forward: ({ to, from, bytes }) => {
      const frame = readFrame(bytes);
      isBack ||= to === nick && frame?.type === 'reply' && frame.header.to === 'join';
      if (isBack && from === nick && frame?.type === 'control') {
        held.set(to, [...(held.get(to) ?? []), bytes]);
        return { do: 'drop' };
      }
      if (!messageOf(bytes, line)) return { do: 'forward' };
      isBack = false;
      if (to === nick) did(`lets nobody hear of ${nick} until “${line.text}” was shown to the others alone`);
      const late = (held.get(to) ?? []).map((word) => ({ do: 'inject', bytes: word }) as const);
      return [{ do: to === nick ? 'drop' : 'forward' }, ...late];
    },
  };
}
