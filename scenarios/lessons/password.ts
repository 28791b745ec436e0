import type { Lesson } from '../../src/model/lesson.js';

export const passwordLesson: Lesson = {
  notice: [
    'Mallory sends nothing: she reads the relay’s log and tries likely passwords on her own machine, where nobody counts.',
    'A key from 480 000 iterations of PBKDF2 falls as one from a single SHA-256 does: compare fernet and password-sha256.',
    'signature and full say “not applicable”: in these chats no key follows from a password.',
  ],
  questions: [
    {
      asks: 'What is on the wire and in the log that depends on the password?',
      hints: [
        'The password itself never travels. Ask what was made with it.',
        'The salt crosses the wire in clear, in the relay’s answer to a join. Each sealed message was made under the key that follows from password and salt.',
        'So each of them tests a guess: derive the key, open, see whether a message comes out. Under mac the tag is the test.',
      ],
      cells: [
        ['password/dictionary', 'encryption', 'breached'],
        ['password/dictionary', 'mac', 'breached'],
      ],
    },
    {
      asks: 'Why do the salt and the 480 000 iterations not help here, and what breaks?',
      hints: [
        'What is each of them against? Neither is against a password that is on the list.',
        'A salt forbids tables made beforehand. Iterations make each guess dear, which a list of eight does not feel.',
        'The secrecy of the password breaks, and with it all that is derived from it: one guess opens the whole log.',
      ],
      cells: [
        ['password/dictionary', 'fernet', 'breached'],
        ['password/dictionary', 'password-sha256', 'breached'],
      ],
    },
    {
      asks: 'Which chats have nothing to guess, and what do they pay for it?',
      hints: [
        'Look for the cells in which the attack has nothing to work on.',
        'Keys that nobody thought up: the personal keys of signature, the epoch’s random key in full.',
        'Somebody must vouch for them: rogue-server/substitute-key exists only where there are personal keys, and is defeated because they were pinned out of band. And signature alone hides no word.',
      ],
      cells: [
        ['password/dictionary', 'signature', 'not-applicable'],
        ['password/dictionary', 'full', 'not-applicable'],
        ['rogue-server/substitute-key', 'signature', 'defeated'],
        ['rogue-server/substitute-key', 'fernet', 'not-applicable'],
        ['log-sniffer/relay-log', 'signature', 'breached'],
      ],
    },
  ],
  reading: [
    {
      title: 'RFC 8018: PKCS #5: Password-Based Cryptography Specification Version 2.1, §4.1',
      address: 'https://www.rfc-editor.org/rfc/rfc8018',
    },
    {
      title: 'OWASP Password Storage Cheat Sheet',
      address: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    },
    {
      title: 'CWE-521: Weak Password Requirements',
      address: 'https://cwe.mitre.org/data/definitions/521.html',
    },
    {
      title: 'CWE-916: Use of Password Hash With Insufficient Computational Effort',
      address: 'https://cwe.mitre.org/data/definitions/916.html',
    },
    {
      title: 'NIST SP 800-63B: Digital Identity Guidelines, Authentication and Lifecycle Management',
      address: 'https://pages.nist.gov/800-63-3/sp800-63b.html',
    },
  ],
};
