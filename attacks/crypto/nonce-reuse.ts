/**
 * Somebody with the relay's log XORs ciphertexts of one keystream: C₁ ⊕ C₂ ⊕ P₁ = P₂, and P₁ is a message whose words
 * she can predict. She pairs every two messages, whatever their IVs say, and lines up counters that overlap though the
 * IVs differ. It works wherever an IV repeats: constant, drawn from a seed, or counted from one by every member. A fresh
 * random IV for each message, or a nonce that no two senders share, stops it. NIST SP 800-38A appendix B; CWE-323.
 */
import { defineAttack, type Said, type Tactic, type Tools } from '../../src/model/attack.js';
import { cipherIn } from '../envelope.js';
import { anyDigits, readFrom } from '../guess.js';
import { asBodies } from '../log-sniffer/log-lines.js';
import { asMessage, carries, messageBytes, withUnknown } from '../message.js';

/** Bytes of a block of AES. */
const BLOCK = 16;

/** One message under CTR: where in the keystream of all counters its bytes lie, and those of its words, which may stand behind anything of any length. */
function streamAt(texts: readonly string[], line: Said, { wire }: Tools) {
  const frame = texts.flatMap((text) => asMessage(text) ?? []).find((message) => carries(message, line));
  const cipher = frame && cipherIn(wire, frame.body);
  const iv = cipher?.fields.get('iv');
  if (!cipher || !iv) return null;
  const body = cipher.fields.get('body')!;
  const before = cipher.fixed
    ? cipher.before
    : Math.max(cipher.before, body.length - messageBytes(line.text).length);
  // A nonce shorter than a block stands before a counter of its own.
  const block = Buffer.concat([iv, Buffer.alloc(Math.max(0, BLOCK - iv.length))]);
  const first = BigInt(`0x${block.toString('hex')}`) * BigInt(BLOCK);
  return {
    first,
    end: first + BigInt(body.length),
    start: first + BigInt(before),
    bytes: body.subarray(before),
  };
}

/**
 * Collects the keystream byte of every counter that a predictable message used, and reads the secret with them. Null
 * where counters were used twice and none of them under words that are known: she can tell nothing, and a guess would
 * pass for a defense.
 */
function byCounter(texts: readonly string[], tools: Tools): string | null {
  const secret = tools.secret!;
  const target = streamAt(texts, { ...secret, text: withUnknown(secret) }, tools);
  if (!target) return anyDigits(tools);
  const place = messageBytes(secret.before).length - 2;
  const before = messageBytes(secret.before).subarray(0, place);
  const clearAt = (keystream: ReadonlyMap<bigint, number>, at: number): number | undefined => {
    const byte = keystream.get(target.start + BigInt(at));
    return byte === undefined ? undefined : byte ^ target.bytes[at]!;
  };
  const keystream = new Map<bigint, number>();
  let shares = false;
  for (const line of tools.known) {
    const stream = streamAt(texts, line, tools);
    if (!stream) continue;
    const own = new Map(
      [...messageBytes(line.text)].map((byte, at) => [
        stream.start + BigInt(at),
        byte ^ (stream.bytes[at] ?? 0),
      ]),
    );
    // Counters of two keys may meet: what does not give the words before the secret is another keystream.
    if (before.some((byte, at) => (clearAt(own, at) ?? byte) !== byte)) continue;
    if (stream.first < target.end && target.first < stream.end) shares = true;
    for (const [counter, byte] of own) keystream.set(counter, byte);
  }
  // By its place and not by the words before it: their part of the keystream need not be known.
  const codes = Array.from({ length: secret.length }, (_, at) => clearAt(keystream, place + at) ?? 0);
  const digits = String.fromCharCode(...codes);
  if (/^[0-9a-f]+$/.test(digits)) return digits;
  return shares ? null : anyDigits(tools);
}

export default defineAttack<'log', Tactic>({
  id: 'crypto/nonce-reuse',
  title: 'Two messages under one keystream are XORed',
  position: 'log',
  target: 'relay',
  property: 'confidentiality',
  needs: ['a keystream'],
  against: 'encryption-fixed-iv',
  alarms: [],
  cwe: [323],
  sources: ['NIST SP 800-38A appendix B', 'CWE-323, Reusing a Nonce, Key Pair in Encryption'],
  tactics: () => [
    {
      id: 'pairs-and-counters',
      does: 'XORs every two messages, and lines up the counters of all of them',
    },
  ],
  adversary: (log, { does }, tools) => ({
    guess: () => {
      tools.did(`reads the relay's log and ${does}`);
      const texts = asBodies(log.read());
      return [...readFrom(texts, tools, ['keystream']), byCounter(texts, tools) ?? []].flat();
    },
  }),
});
