/** Decrypting CBC with nothing but answers (Vaudenay 2002): which of many mutated blocks does the receiver treat unlike the rest? */
import { readFrame } from '../../src/chat/wire.js';
import type { SecretLine } from '../../src/model/attack.js';
import { messageBytes, withUnknown } from '../message.js';

const BLOCK = 16;

/** One block to be decrypted, the one before it, and for each of its places the bytes that it may hold. */
export interface Puzzle {
  readonly before: Uint8Array;
  readonly block: Uint8Array;
  readonly may: readonly (readonly number[])[];
}

/** A forged IV before one block, and what it would show: whether `clear` stands at the place in question. */
export interface Query {
  readonly clear: number;
  readonly iv: Uint8Array;
}

/**
 * The queries for the last place that is not solved yet: the IV turns all places after it into the padding that is
 * wanted, and one candidate into its first byte. The last place is asked twice, with another byte before it, for there
 * a longer padding could come about by chance.
 */
export function queriesFor({ before, may }: Puzzle, solved: readonly number[]): Query[] {
  const place = BLOCK - 1 - solved.length;
  const padding = solved.length + 1;
  const chances = padding === 1 ? [0, 1] : [0];
  return may[place]!.flatMap((clear) =>
    chances.map((chance) => {
      const iv = Uint8Array.from(before);
      for (const [at, known] of [clear, ...solved].entries()) iv[place + at]! ^= known ^ padding;
      if (chance === 1) iv[place - 1]! ^= 1;
      return { clear, iv };
    }),
  );
}

/** The candidate whose every query was answered otherwise than most; null where none, or more than one, stands out. */
export function oddOneOut(queries: readonly Query[], answers: readonly string[]): number | null {
  const count = (answer: string): number => answers.filter((other) => other === answer).length;
  const usual = [...answers].sort((a, b) => count(b) - count(a))[0];
  const odd = new Set(queries.map(({ clear }) => clear));
  for (const [index, { clear }] of queries.entries()) if (answers[index] === usual) odd.delete(clear);
  return odd.size === 1 ? [...odd][0]! : null;
}

/** Splits a CBC body into its blocks, each with the one before it. */
export const blocksOf = (iv: Uint8Array, body: Uint8Array): { before: Uint8Array; block: Uint8Array }[] =>
  Array.from({ length: Math.floor(body.length / BLOCK) }, (_, index) => ({
    before: index === 0 ? iv : body.subarray((index - 1) * BLOCK, index * BLOCK),
    block: body.subarray(index * BLOCK, (index + 1) * BLOCK),
  }));

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);
const DIGITS = [...Buffer.from('0123456789abcdef')];

/** Whether a place holds a digit of the secret: neither a byte that is known nor one that may be any. */
export const isDigit = (may: readonly number[]): boolean => may === DIGITS;

/** What each byte of the padded message may be, `before` bytes in: the digits of the secret are unknown, all else is not. */
export function possible(before: number, secret: SecretLine, length: number): number[][] {
  const text = Buffer.from(messageBytes(withUnknown(secret)));
  const padding = Math.max(0, length - before - text.length);
  const clear = Buffer.concat([Buffer.alloc(before), text, Buffer.alloc(padding, padding)]);
  const hidden = before + text.indexOf('?'.repeat(secret.length));
  // More than a padding: something else stands behind the text, such as a tag that was encrypted with it.
  const other = padding > BLOCK ? before + text.length : clear.length;
  return [...clear].map((byte, at) => {
    if (at >= other) return BYTES;
    return at >= hidden && at < hidden + secret.length ? DIGITS : [byte];
  });
}

/**
 * How many bytes of the last block are padding: a flipped bit there is answered as one in its last byte is, which is
 * padding always, and one in the text before it otherwise.
 */
export async function paddingOf(last: Pick<Puzzle, 'before' | 'block'>, ask: Ask): Promise<number> {
  const queries = Array.from(last.before, (byte, place) => ({
    block: last.block,
    query: { clear: place, iv: last.before.with(place, byte ^ 0x80) },
  }));
  const answers = await ask(queries);
  return BLOCK - 1 - answers.findLastIndex((answer) => answer !== answers.at(-1));
}

/** Asks all queries of a round and gives each its answer. */
export type Ask = (
  asked: readonly { readonly block: Uint8Array; readonly query: Query }[],
) => Promise<string[]>;

/** The bytes of a block from its first unknown one on; null where the answers do not tell. */
export async function solve(puzzle: Puzzle, ask: Ask): Promise<number[] | null> {
  const first = puzzle.may.findIndex((bytes) => bytes.length > 1);
  let solved: number[] = [];
  for (let place = BLOCK - 1; first >= 0 && place >= first; place--) {
    const queries = queriesFor(puzzle, solved);
    const [only] = puzzle.may[place]!.length === 1 ? puzzle.may[place]! : [];
    const found =
      only ?? oddOneOut(queries, await ask(queries.map((query) => ({ block: puzzle.block, query }))));
    if (found === null) return null;
    solved = [found, ...solved];
  }
  return solved;
}

/** A receiver's answers, by the number that each query carried as its place in the author's stream. */
export class Answers {
  readonly #bySeq = new Map<number, string>();

  /** Takes note of a control frame that answers a message; false where the bytes are something else. */
  heard(bytes: string): boolean {
    const frame = readFrame(bytes);
    if (frame?.type !== 'control' || frame.header.part !== 'refusal') return false;
    const { seq, ...answer } = JSON.parse(frame.body) as { readonly seq: number };
    this.#bySeq.set(seq, JSON.stringify(answer));
    return true;
  }

  to(seq: number): string {
    return this.#bySeq.get(seq) ?? 'silence';
  }
}
