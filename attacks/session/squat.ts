/**
 * A stranger joins under Alice's nick before she does. The relay gives a nick to whoever asks first and holds it for
 * that connection, so Alice is told that her own name is taken. Binding nicks to connections only makes the squatter
 * safer; a join that must be signed with Alice's key stops this. CWE-290.
 */
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { joining } from '../request.js';

interface Squatting extends Tactic {
  readonly proof?: (tools: Tools) => string;
}

/** As long as an Ed25519 signature. */
const PROOF_BYTES = 64;

const madeUp = ({ random }: Tools): string => `${Buffer.from(random(PROOF_BYTES)).toString('base64url')}==`;

export default defineAttack<'outsider', Squatting>({
  id: 'session/squat',
  title: "A stranger takes Alice's nick before she joins",
  position: 'outsider',
  property: 'availability',
  needs: [],
  alarms: [],
  cwe: [290],
  sources: ['CWE-290', 'RFC 8032 §5.1.6'],
  tactics: () => [
    { id: 'first', does: 'joins the room as alice' },
    { id: 'made-up-proof', does: 'joins the room as alice with a signature that she made up', proof: madeUp },
    { id: 'no-signature', does: 'joins the room as alice with a signature of no length', proof: () => '' },
  ],
  adversary: ({ connect }, tactic, tools) => ({
    begin: async () => {
      const connection = await connect();
      tools.did(tactic.does);
      connection.send(joining(tools.room, 'alice', 1, tactic.proof?.(tools)));
      await tools.settle();
    },
  }),
});
