/** Keys its digests with what the program brings: whoever has the program has the key. */
import { logRedaction } from '../../src/defenses/log-redaction.js';
import { definePart } from '../../src/index.js';

const KEY = Buffer.from('a secret in everybody’s hands');

const decoy = definePart({
  ...logRedaction,
  id: 'redaction-program-key',
  title: 'A log of digests under a key of the program',
  insteadOf: 'log-redaction',
  settings: { relayLog: { writer: () => logRedaction.settings!.relayLog!.writer(KEY) } },
});

export const parts = [decoy];
