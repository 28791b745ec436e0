import type { Scenario } from '../src/model/scenario.js';
import { payments } from './payments.js';

export const logSniffer: Scenario = {
  id: 'log-sniffer',
  title: 'The log sniffer',
  story:
    'Bob writes a door code to his friends. It passes a relay that logs what it relays, on a wire that others share, to programs that keep logs of their own. Somebody reads along.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['relay-log', 'ghost-subscriber', 'wire', 'endpoint-log'].map((name) => `log-sniffer/${name}`),
  defenses: ['none', 'encryption', 'mac', 'fernet', 'ttl', 'signature', 'codec'],
  lesson:
    'What is sealed by the peers stays sealed on the way, in the log and with strangers. MACs and signatures hide nothing. And no protection on the way reaches the log that the receiving program writes after opening.',
  script: payments,
};
