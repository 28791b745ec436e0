/**
 * A rogue server shows members two authors in different orders: Bob reads Alice first, Carol reads Bob first. Every
 * message is genuine, arrives once, and each author's own stay in order. Only members who compare what they have seen,
 * under signatures, find out. CWE-345.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { holdingBack } from '../holding.js';

export default defineAttack<'relay', Tactic>({
  id: 'rogue-server/equivocate-order',
  title: 'The server shows members different orders',
  position: 'relay',
  property: 'agreement-order',
  needs: [],
  alarms: ['unknown-view', 'view-differs'],
  cwe: [345],
  sources: ['Mazières and Shasha, Building Secure File Systems out of Byzantine Storage, PODC 2002'],
  tactics: () => [
    {
      id: 'carol-reads-bob-first',
      does: 'shows Carol Bob’s message before Alice’s, and the others Alice’s first',
    },
  ],
  adversary: (_, __, tools) => holdingBack(tools, (to) => to === 'carol'),
});
