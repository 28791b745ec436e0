/** Asks who signed the certificate, and not for whom: anybody's who has one will do. */
import { tls } from '../../src/defenses/tls.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...tls,
  id: 'tls-chain-only',
  title: 'TLS 1.3 to whoever has a certificate of the authority',
  insteadOf: 'tls',
  settings: { tls: { ...tls.settings!.tls!, verifies: 'chain' } },
});

export const parts = [decoy];
