import type { Part } from '../model/defense.js';
import { encryption } from './encryption.js';

/**
 * A variant, vulnerable on purpose: `encryption` among programs that also take what is not sealed at all, so that older
 * ones can still talk to them. Whoever carries a message may then be an older program (CWE-757).
 */
export const encryptionOptional: Part = {
  ...encryption,
  id: 'encryption-optional',
  title: 'AES-128-CTR under a group password, clear text taken too',
  protects: 'the words of those who encrypt, from whoever only listens',
  leavesOpen: 'everything else: a message in clear passes by every other part as well',
  insteadOf: 'encryption',
  envelope: { ...encryption.envelope!, part: 'encryption-optional' },
  settings: { takesUnsealed: true },
};
