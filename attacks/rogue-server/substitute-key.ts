/**
 * A rogue server hands out its own public key as Alice's and signs what Alice never wrote. Where a program takes the
 * first key that it is told, nobody vouches for it but the server, and the signature verifies for ever after. What
 * stops it are keys that were verified out of band: then the forgery meets Alice's real key. CWE-322, CWE-300.
 */
import { encodeFrame, type Frame, readFrame } from '../../src/chat/wire.js';
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import type { WireFormat } from '../../src/model/wire-format.js';
import { edit, invitesImitation } from '../edit.js';
import { tagField } from '../envelope.js';
import { aliceSaid, messageFrame, messageOf } from '../message.js';
import { changed } from '../words.js';

interface Substitution extends Tactic {
  /** Whom it tells the key: Carol in the answer to her join, Bob in the announcement of Alice's. */
  readonly victim: 'carol' | 'bob';
}

export default defineAttack<'relay', Substitution>({
  id: 'rogue-server/substitute-key',
  title: "The server hands out its own key as Alice's",
  position: 'relay',
  property: 'attribution',
  needs: ['personal keys'],
  against: 'signature-first-use',
  alarms: ['view-differs', 'unknown-view'],
  cwe: [322, 300],
  sources: ['RFC 4251 §4.1', 'CWE-322'],
  tactics: () => [
    { id: 'answer', does: "answers Carol's join with a key of its own as Alice's", victim: 'carol' },
    { id: 'announcement', does: "announces a key of its own to Bob as Alice's", victim: 'bob' },
  ],
  adversary: (_, { victim }, tools) => {
    const line = aliceSaid(tools.known, 'last');
    return {
      forward: ({ to, bytes }) => {
        if (to !== victim) return { do: 'forward' };
        const frame = readFrame(bytes);
        const other = frame && substituted(frame, tools);
        if (other) {
          tools.did(`tells ${to} a key of its own as Alice's`);
          return { do: 'replace', bytes: encodeFrame(other) };
        }
        const message = messageOf(bytes, line);
        if (!message) return { do: 'forward' };
        const { id: _id, ...header } = message.header;
        const words = changed(line.text, 'whole');
        // Under a keystream that it does not know it can sign nothing, and turns Alice's own words under her signature.
        const signs = invitesImitation(tools.wire);
        tools.did(`sends ${to} “${words}” as Alice's, signed ${signs ? 'with its own key' : 'as they were'}`);
        const [body = message.body] = signs
          ? [tools.own.seal(header, words)]
          : edit(tools.wire, message.body, line.text, words);
        return { do: 'replace', bytes: messageFrame(tools.wire.suite, header, body) };
      },
    };
  },
});

/** The answer to a join, or Alice's announcement of her key, with another key in it; null where it is neither. */
function substituted(frame: Frame, { own, wire }: Tools): Frame | null {
  const key = Buffer.from(own.publicKey).toString('base64url').padEnd(44, '=');
  if (frame.type === 'reply' && frame.header.to === 'join' && frame.body.ok) {
    const others = (frame.body.keys ?? []).filter(({ nick }) => nick !== 'alice');
    return { ...frame, body: { ...frame.body, keys: [{ nick: 'alice', key }, ...others] } };
  }
  const part = signingPart(wire);
  const announces = frame.type === 'control' && frame.header.nick === 'alice' && frame.header.part === part;
  return announces ? { ...frame, body: key } : null;
}

/** The part whose envelope carries a signature. */
const signingPart = ({ envelopes }: WireFormat): string | undefined =>
  envelopes.find((envelope) => tagField(envelope)?.algorithm === 'ed25519')?.part;
