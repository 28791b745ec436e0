/**
 * Somebody reads the relay's log while Bob answers questions with three bytes or with two hundred. A ciphertext is as
 * long as what it hides, give or take a block, and so is the size that a log keeps: short and long answers fall into
 * two heaps. Neither encryption nor a log without words stops this; padding to a common length does. CWE-203.
 */
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { messagesIn } from './log-lines.js';

/** The answers that Bob may give, in bytes. */
const SHORT = 3;
const LONG = 200;

export default defineAttack<'log', Tactic>({
  id: 'log-sniffer/length',
  title: "The sizes in the relay's log tell the answers",
  position: 'log',
  target: 'relay',
  property: 'metadata-privacy',
  needs: [],
  alarms: [],
  cwe: [203],
  sources: ['CWE-203', 'Kelsey, Compression and Information Leakage of Plaintext, FSE 2002'],
  tactics: () => [{ id: 'two-heaps', does: 'sorts the sizes into two heaps' }],
  adversary: (log, tactic, tools) => ({
    guess: () => {
      const sizes = messagesIn(log.read()).flatMap(({ size }) => size ?? []);
      tools.did(`reads the sizes of ${sizes.length} messages and ${tactic.does}`);
      return JSON.stringify(answersFrom(sizes, tools));
    },
  }),
});

/** Below the middle it was short, above it long; where all sizes are one, a coin decides. */
function answersFrom(sizes: readonly number[], tools: Tools): number[] {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const coins = tools.random(sizes.length);
  return sizes.map((size, at) => {
    const isLong = least === most ? coins[at]! % 2 === 1 : size > (least + most) / 2;
    return isLong ? LONG : SHORT;
  });
}
