/**
 * Somebody with read access to Bob's machine reads the debug log of Bob's own program. The program writes what it
 * shows, after every layer has opened it, so no protection on the way matters any more. Nothing between the peers
 * stops this: only an endpoint that does not log what it shows. CWE-532.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { EVERY_WAY, guessFrom } from '../guess.js';

export default defineAttack<'log', Tactic>({
  id: 'log-sniffer/endpoint-log',
  title: "The receiving peer's own debug log is read",
  position: 'log',
  target: 'bob',
  property: 'confidentiality',
  needs: [],
  alarms: [],
  cwe: [532],
  sources: ['OWASP Logging Cheat Sheet, Data to exclude'],
  tactics: () => EVERY_WAY,
  adversary: (log, { does }, tools) => ({
    guess: () => {
      const text = log.read();
      tools.did(`reads the debug log of Bob's program (${text.length} characters) and ${does}`);
      return guessFrom([text], tools);
    },
  }),
});
