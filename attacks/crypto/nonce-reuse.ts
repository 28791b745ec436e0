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
  const first = BigInt(`0x${Buffer.from(iv).toString('hex')}`) * 16n;
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
  const keystream = new Map<bigint, number>();
  const secret = tools.secret!;
  const target = streamAt(texts, { ...secret, text: withUnknown(secret) }, tools);
  let shared = false;
  for (const line of tools.known) {
    const stream = streamAt(texts, line, tools);
    if (stream && target && stream.first < target.end && target.first < stream.end) shared = true;
    for (const [at, byte] of messageBytes(line.text).entries())
      if (stream) keystream.set(stream.start + BigInt(at), byte ^ (stream.bytes[at] ?? 0));
  }
  const clear = target?.bytes.map((byte, at) => byte ^ (keystream.get(target.start + BigInt(at)) ?? 0));
  // By its place and not by the words before it: their part of the keystream need not be known.
  const place = messageBytes(secret.before).length - 2;
  const digits = Buffer.from(clear ?? []).toString('latin1', place, place + secret.length);
  if (/^[0-9a-f]+$/.test(digits)) return digits;
  return shared ? null : anyDigits(tools);
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
