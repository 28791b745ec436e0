/**
 * A rogue server shows Carol the answer before the question: it holds Alice's message back from her until Bob, who has
 * seen it, has answered. Each author's own messages stay in order, so that per-author counters notice nothing. A message
 * that says, signed, what its author had seen reveals it. CWE-841.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { holdingBack } from '../holding.js';

export default defineAttack<'relay', Tactic>({
  id: 'rogue-server/reorder-causal',
  title: 'The server shows the answer before the question',
  position: 'relay',
  property: 'causal-order',
  needs: [],
  alarms: ['unknown-view', 'view-differs', 'unconfirmed'],
  cwe: [841],
  sources: ['Lamport, Time, Clocks, and the Ordering of Events in a Distributed System, CACM 1978'],
  tactics: () => [{ id: 'from-all-but-bob', does: "shows Bob's answer before what it answers" }],
  adversary: (_, __, tools) => holdingBack(tools, (to) => to !== 'bob'),
});
