/**
 * Somebody reads the relay's log while Bob answers questions with three bytes or with two hundred. A ciphertext is as
 * long as what it hides, give or take a block, and so is the size that a log keeps: short and long answers fall into
 * two heaps. Neither encryption nor a log without words stops this; padding to a common length does. CWE-203.
 */
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import type { WireFormat } from '../../src/model/wire-format.js';
import { clearFields } from '../envelope.js';
import { type LogLine, messagesIn, wordsOf } from './log-lines.js';

/** The answers that Bob may give, in bytes. */
const SHORT = 3;
const LONG = 200;
/** How often he is asked; a log without a line of it tells nothing, and coins decide. */
const QUESTIONS = 128;
const NO_LINES = new Array<number>(QUESTIONS).fill(0);

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
      const lines = messagesIn(log.read());
      tools.did(`reads the sizes of ${lines.length} messages and ${tactic.does}`);
      const told = [sizesIn(lines), clearest(numbersIn(lines, tools.wire))];
      const columns = lines.length > 0 ? told : [NO_LINES];
      const answers = columns.flatMap((column) => (column ? [answersFrom(column, tools)] : []));
      return [...answers, ...ofTwoKinds(wordsIn(lines, tools.wire))].map((guess) => JSON.stringify(guess));
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

/** One thing of each line. */
type Column<T> = readonly T[];

/** The sizes as they are told, where each line tells one. */
function sizesIn(lines: readonly LogLine[]): Column<number> | null {
  const sizes = lines.flatMap(({ size }) => size ?? []);
  return sizes.length === lines.length ? sizes : null;
}

/** Whatever each line has a number for: the whole numbers in it, its own length, a length that stands beside the ciphertext. */
function numbersIn(lines: readonly LogLine[], wire: WireFormat): Column<number>[] {
  const told = columnsOf(lines.map(({ text }) => (text.match(/\b\d+\b/g) ?? []).map(Number)));
  const clear = columnsOf(
    lines.map(({ body }) =>
      clearFields(wire, body ?? '').flatMap(({ name, value }) =>
        name === 'length' ? [numberIn(value)] : [],
      ),
    ),
  );
  return [...told, lines.map(({ text, body }) => Buffer.byteLength(text + (body ?? ''))), ...clear];
}

/** Big-endian, as much of it as a size fills. */
const numberIn = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** The words of each line, its body, and what can be read of the body's envelopes. */
const wordsIn = (lines: readonly LogLine[], wire: WireFormat): Column<string>[] =>
  columnsOf(
    lines.map(({ text, body }) => [
      ...wordsOf(text),
      body ?? '',
      ...clearFields(wire, body ?? '').map(({ value }) => Buffer.from(value).toString('hex')),
    ]),
  );

/** The columns that every row has. */
function columnsOf<T>(rows: readonly (readonly T[])[]): Column<T>[] {
  const width = Math.min(...rows.map((row) => row.length));
  return rows.length === 0 ? [] : Array.from({ length: width }, (_, at) => rows.map((row) => row[at]!));
}

/** The column that falls into two heaps most clearly: with the widest gap, for the range that its numbers have. */
function clearest(columns: readonly Column<number>[]): Column<number> | null {
  const gaps = columns.map((column) => {
    const sorted = [...column].sort((a, b) => a - b);
    // Bob says the one about as often as the other: what stands far off but seldom is none of his answers.
    const seldom = Math.floor(sorted.length / 4);
    const steps = sorted.slice(1).map((size, at) => size - sorted[at]!);
    const widest = Math.max(0, ...steps.slice(seldom, steps.length - seldom));
    return widest / Math.max(1, sorted.at(-1)! - sorted[0]!);
  });
  return columns[gaps.indexOf(Math.max(...gaps))] ?? null;
}

/** Equal words for equal answers: of a column with two words in all, the one is short and the other long, or the other way round. */
function ofTwoKinds(columns: readonly Column<string>[]): number[][] {
  const rarer = columns.map((column) => {
    const first = column.filter((word) => word === column[0]).length;
    return new Set(column).size === 2 ? Math.min(first, column.length - first) : 0;
  });
  const most = Math.max(0, ...rarer);
  const column = most > 0 ? columns[rarer.indexOf(most)]! : [];
  const as = (same: number, other: number): number[] =>
    column.map((word) => (word === column[0] ? same : other));
  return column.length > 0 ? [as(SHORT, LONG), as(LONG, SHORT)] : [];
}
