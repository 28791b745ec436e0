import type { Part } from '../model/defense.js';

/** A variant, vulnerable on purpose: the group key is the SHA-256 of the password, as in the coursework's second client (CWE-916). */
export const passwordSha256: Part = {
  id: 'password-sha256',
  title: 'Group key = SHA-256 of the password',
  protects: 'the password, from whoever merely reads the key',
  leavesOpen: 'the password, to whoever guesses: no salt, and millions of guesses a second',
  stage: 'password',
  brings: ['fernet'],
  settings: { derivation: 'sha256' },
};
