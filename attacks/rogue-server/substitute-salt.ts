/**
 * A rogue server tells Carol another salt than the others when she joins. The salt travels in clear and is the server's
 * to tell, so that she derives another group key from the same password: she reads nobody, and nobody reads her. It
 * learns nothing by it. No check of messages brings them back; keys that do not hang on the server's word do, and
 * members who count each other's messages find out. CWE-345.
 */
import { createHash } from 'node:crypto';
import { encodeFrame, readFrame } from '../../src/chat/wire.js';
import { defineAttack, type Tactic } from '../../src/model/attack.js';

const SALT_BYTES = 16;

/** One that looks like any other, and the same for the same: nobody derives keys from it more than once. */
const another = (salt: string): string =>
  createHash('sha256').update(salt).digest().subarray(0, SALT_BYTES).toString('base64');

export default defineAttack<'relay', Tactic>({
  id: 'rogue-server/substitute-salt',
  title: 'The server hands out another salt',
  position: 'relay',
  property: 'availability',
  needs: ['group password', 'a salt'],
  against: 'encryption',
  alarms: ['unknown-view', 'silence', 'not-echoed'],
  cwe: [345],
  sources: ['RFC 8018 §4.1', 'CWE-345'],
  tactics: () => [{ id: 'fresh', does: 'tells Carol a salt of its own when she joins' }],
  adversary: (_, __, tools) => ({
    forward: ({ to, bytes }) => {
      const reply = readFrame(bytes);
      if (to !== 'carol' || reply?.type !== 'reply' || !reply.body.ok || reply.body.salt === undefined)
        return { do: 'forward' };
      tools.did('tells Carol a salt of its own');
      const salt = another(reply.body.salt);
      return { do: 'replace', bytes: encodeFrame({ ...reply, body: { ...reply.body, salt } }) };
    },
  }),
});
