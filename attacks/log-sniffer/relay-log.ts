/**
 * Somebody with read access to the relay's log looks for the secret in it. The coursework's relay logs every message
 * with its body, so whatever stands clear on the wire stands clear in the log, for as long as logs are kept. A layer
 * that hides the body before it is sent stops this; so does a log that writes no bodies. CWE-532, CWE-312.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { EVERY_WAY, guessFrom } from '../guess.js';
import { asBodies, openedWith } from './log-lines.js';

export default defineAttack<'log', Tactic>({
  id: 'log-sniffer/relay-log',
  title: "The relay's log is read",
  position: 'log',
  target: 'relay',
  property: 'confidentiality',
  needs: [],
  alarms: [],
  cwe: [532, 312],
  sources: ['OWASP Logging Cheat Sheet, Data to exclude'],
  tactics: () => EVERY_WAY,
  adversary: (log, { does }, tools) => ({
    guess: () => {
      // A key that lies beside what it locks is part of what is read.
      const text = openedWith(log.read(), log.beside());
      tools.did(`reads the relay's log (${text.length} characters) and ${does}`);
      return guessFrom([text, ...asBodies(text)], tools);
    },
  }),
});
